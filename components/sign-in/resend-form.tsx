"use client";

import { type ReactNode, useActionState } from "react";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/shared/form";

interface ResendFormProps {
  action: (state: FormState) => Promise<FormState>;
  children: ReactNode;
}

/** One button that sends a new code to the same address. */
export function ResendForm({ action, children }: ResendFormProps) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className="flex flex-col gap-4">
      {state?.notice && (
        <Notification kind={state.notice.kind} title={state.notice.title}>
          <p>{state.notice.text}</p>
        </Notification>
      )}
      <SubmitButton look="outlined">{children}</SubmitButton>
    </form>
  );
}
