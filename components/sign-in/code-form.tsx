"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";
import { useLatestAnswer } from "./latest-answer";

interface CodeFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: { label: string; support: string; submit: string };
  /** Sent beside the code. */
  fields?: Record<string, string>;
  /** The page's heading: errors stand above it. */
  children: ReactNode;
}

/** Takes digits: of the mail, typed in the tab in which they were asked for, or of an authenticator app. */
export function CodeForm({ action, words, fields = {}, children }: CodeFormProps) {
  const [answer, send] = useActionState(action, null);
  const state = useLatestAnswer(answer);
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        width="medium"
        label={words.label}
        support={words.support}
        requirement="required"
        defaultValue={answer?.values.code}
        error={errorFor(state, "code")}
      />
      <SubmitButton>{words.submit}</SubmitButton>
    </form>
  );
}
