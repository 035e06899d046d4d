"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";

type Props = {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the act is about. */
  hidden: Record<string, string>;
  /** What stands in the field at first. */
  reason?: string | undefined;
  label: string;
  support: string;
  /** Names the act. */
  submit: string;
  children: ReactNode;
};

/** The last question before an act that needs a reason. */
export function ReasonForm({ send, hidden, reason, label, support, submit, children }: Props) {
  const [state, action] = useActionState(send, null);
  return (
    <form action={action} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="reason"
        label={label}
        support={support}
        requirement="required"
        defaultValue={state?.values.reason ?? reason}
        error={errorFor(state, "reason")}
      />
      <SubmitButton size="medium" tone="danger">
        {submit}
      </SubmitButton>
    </form>
  );
}
