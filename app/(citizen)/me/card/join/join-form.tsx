"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { joinCardAction } from "./actions";

/** `children`: the heading, below what is wrong. */
export function JoinForm({ children }: { children: ReactNode }) {
  const t = useTranslations("ways.join");
  const [state, send] = useActionState(joinCardAction, null);
  return (
    <form action={send} noValidate autoComplete="off" className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <TextField
        name="card"
        label={t("card")}
        support={t("cardSupport")}
        requirement="required"
        defaultValue={state?.values.card}
        error={errorFor(state, "card")}
        spellCheck={false}
        maxLength={200}
      />
      <TextField
        name="pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        width="short"
        label={t("pin")}
        support={t("pinSupport")}
        requirement="required"
        error={errorFor(state, "pin")}
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
