"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { DraftFields } from "../approvals/draft-fields";
import { issueCodeAction } from "./actions";

type Props = {
  target: Record<string, string>;
  /** A second person has to be asked, and told why. */
  asks: boolean;
  children: ReactNode;
};

/** Issues the first code of an activity or a shop, or asks for it. */
export function IssueForm({ target, asks, children }: Props) {
  const [state, action] = useActionState(issueCodeAction, null);
  return (
    <form action={action} className="flex flex-col items-center gap-4">
      <ErrorSummary errors={state?.errors} />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {Object.entries(target).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {asks && <DraftFields values={state?.values ?? {}} state={state} />}
      <SubmitButton size="medium">{children}</SubmitButton>
    </form>
  );
}
