"use client";

import { type ReactNode, useActionState } from "react";
import type { ButtonLook } from "@/components/ui/button-style";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";

interface EmailFormProps {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  words: { label: string; support?: ReactNode; submit: string };
  /** Outlined where another way in is the page's own. */
  look?: ButtonLook;
  /** Where to go afterwards, sealed by the server. */
  to?: string | undefined;
  /** The page's heading: errors stand above it. */
  children: ReactNode;
}

/** Asks for the address to which a sign-in code is sent. */
export function EmailForm({ action, words, look, to, children }: EmailFormProps) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <TextField
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        label={words.label}
        support={words.support}
        requirement="required"
        defaultValue={state?.values.email}
        error={errorFor(state, "email")}
      />
      {to && <input type="hidden" name="to" value={to} />}
      <SubmitButton {...(look && { look })}>{words.submit}</SubmitButton>
    </form>
  );
}
