"use client";

import { type ReactNode, useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { issueCodeAction } from "./actions";

/** Issues the first code of an activity or a shop. */
export function IssueForm({ target, children }: { target: Record<string, string>; children: ReactNode }) {
  const [state, action] = useActionState(issueCodeAction, null);
  return (
    <form action={action} className="flex flex-col items-center gap-4">
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {Object.entries(target).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton size="medium">{children}</SubmitButton>
    </form>
  );
}
