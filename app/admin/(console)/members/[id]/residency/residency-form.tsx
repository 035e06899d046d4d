"use client";

import { type ReactNode, useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { checkResidencyAction } from "./actions";

/** `children` is what it asks. */
export function ResidencyForm(props: { memberId: string; submit: string; children: ReactNode }) {
  const [state, action] = useActionState(checkResidencyAction, null);
  return (
    <form action={action} className="flex max-w-2xl flex-col gap-6">
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {props.children}
      <input type="hidden" name="memberId" value={props.memberId} />
      <div>
        <SubmitButton size="medium">{props.submit}</SubmitButton>
      </div>
    </form>
  );
}
