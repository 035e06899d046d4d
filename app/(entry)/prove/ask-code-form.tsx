"use client";

import { type ReactNode, useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { askProveCodeAction } from "./actions";

type Props = { fields: Record<string, string>; isOnly: boolean; submit: string; children: ReactNode };

/** One button that mails a code to the member's own address. */
export function AskCodeForm({ fields, isOnly, submit, children }: Props) {
  const [state, send] = useActionState(askProveCodeAction, null);
  return (
    <form action={send} className="flex flex-col gap-4">
      <FormNotice state={state} />
      {children}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look={isOnly ? "filled" : "outlined"}>{submit}</SubmitButton>
    </form>
  );
}
