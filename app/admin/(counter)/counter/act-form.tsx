"use client";

import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import type { CounterState } from "./counter-state";
import { PinFields, type PinWords } from "./pin-fields";
import { Receipt } from "./receipt";

type Props = {
  send: (state: CounterState, form: FormData) => Promise<CounterState>;
  /** The visit and what the act is about. */
  hidden: Record<string, string>;
  /** Asked where the act needs a reason. */
  reason?: { label: string; support: string };
  /** Asked where the member keys their PIN in; `again`: chosen now, so twice. */
  pin?: PinWords | undefined;
  /** Names the act. */
  submit: string;
  children: ReactNode;
};

/** The last question before an act; afterwards its receipt stands in the same place, and nothing leads back. */
export function ActForm({ send, hidden, reason, pin, submit, children }: Props) {
  const [state, action] = useActionState(send, null);
  if (state?.receipt) return <Receipt {...state.receipt} />;
  return (
    <form action={action} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      {state?.notice && <Notification kind={state.notice.kind} title={state.notice.title} />}
      {children}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {reason && (
        <TextField
          name="reason"
          {...reason}
          requirement="required"
          defaultValue={state?.values.reason}
          error={errorFor(state, "reason")}
        />
      )}
      {pin && <PinFields {...pin} state={state} />}
      <SubmitButton>{submit}</SubmitButton>
    </form>
  );
}
