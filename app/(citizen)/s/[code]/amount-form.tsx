"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useActionState, useRef } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notification } from "@/components/ui/notification";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";
import { quoteAction } from "./actions";
import { AmountChips } from "./amount-chips";

interface AmountFormProps {
  token: string;
  /** Whose points they are, sealed by the server. */
  drawnFor: string;
  /** Points that can be spent. */
  balance: number;
  /** What an earlier wish was answered with. */
  answered: FormState;
  children: ReactNode;
}

/** The amount, typed or taken from a chip; below what the answer to it says. */
export function AmountForm({ token, drawnFor, balance, answered, children }: AmountFormProps) {
  const [state, action] = useActionState(quoteAction, answered);
  const field = useRef<HTMLInputElement>(null);
  const choose = (points: number) => {
    if (field.current) field.current.value = String(points);
    field.current?.focus();
  };
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      {state?.notice && (
        <Notification kind={state.notice.kind} title={state.notice.title}>
          <p role="alert">{state.notice.text}</p>
        </Notification>
      )}
      {children}
      <AmountChips token={token} drawnFor={drawnFor} balance={balance} action={action} onChoose={choose} />
      <form action={action} noValidate className="flex flex-col gap-6">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="drawnFor" value={drawnFor} />
        <Amount balance={balance} state={state} field={field} />
      </form>
    </>
  );
}

interface AmountProps {
  balance: number;
  state: FormState;
  field: RefObject<HTMLInputElement | null>;
}

function Amount({ balance, state, field }: AmountProps) {
  const t = useTranslations("spending.amount");
  return (
    <>
      <TextField
        name="points"
        ref={field}
        label={t("label")}
        requirement="required"
        support={t("support", { balance })}
        inputMode="numeric"
        autoComplete="off"
        width="medium"
        unit={t("unit")}
        defaultValue={state?.values.points}
        error={errorFor(state, "points")}
      />
      <SubmitButton>{t("next")}</SubmitButton>
    </>
  );
}
