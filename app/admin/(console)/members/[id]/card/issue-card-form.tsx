"use client";

import { type ReactNode, useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { issueCardAction } from "./actions";

/** The last question before a card is made; `children` is what it asks. */
export function IssueCardForm({
  memberId,
  submit,
  children,
}: {
  memberId: string;
  submit: string;
  children: ReactNode;
}) {
  const [state, action] = useActionState(issueCardAction, null);
  return (
    <form action={action} className="flex max-w-2xl flex-col gap-6">
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {children}
      <input type="hidden" name="memberId" value={memberId} />
      <div>
        <SubmitButton size="medium">{submit}</SubmitButton>
      </div>
    </form>
  );
}
