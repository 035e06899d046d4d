"use client";

import { type ReactNode, useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormState } from "@/lib/shared/form";
import { useLatestAnswer } from "./latest-answer";

interface ResendFormProps {
  action: (state: FormState) => Promise<FormState>;
  children: ReactNode;
}

/** One button that sends a new code to the same address. */
export function ResendForm({ action, children }: ResendFormProps) {
  const [answer, send] = useActionState(action, null);
  const state = useLatestAnswer(answer);
  return (
    <form action={send} className="flex flex-col gap-4">
      <FormNotice state={state} />
      <SubmitButton look="outlined">{children}</SubmitButton>
    </form>
  );
}
