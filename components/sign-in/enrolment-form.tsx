"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";

interface EnrolmentFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: { label: string; support: string; submit: string };
  /** The page's heading: errors stand above it. */
  children: ReactNode;
}

/** Takes the eight characters that an administrator handed over. */
export function EnrolmentForm({ action, words, children }: EnrolmentFormProps) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <TextField
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width="medium"
        label={words.label}
        support={words.support}
        requirement="required"
        error={errorFor(state, "code")}
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </form>
  );
}
