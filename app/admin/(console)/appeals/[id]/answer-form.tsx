"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { answerAppealAction } from "./actions";

/** The answer, read by the member, and whether the suspension ends with it. */
export function AnswerForm({ appealId, children }: { appealId: string; children: ReactNode }) {
  const t = useTranslations("memberships.appeals");
  const [state, send] = useActionState(answerAppealAction, null);
  return (
    <form action={send} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <input type="hidden" name="appealId" value={appealId} />
      <RadioGroup
        name="verdict"
        label={t("verdict")}
        requirement="required"
        choices={(["upheld", "dismissed"] as const).map((value) => ({ value, label: t(value) }))}
        defaultValue={state?.values.verdict}
        error={errorFor(state, "verdict")}
      />
      <TextArea
        name="answer"
        label={t("answer")}
        support={t("answerSupport")}
        requirement="required"
        rows={4}
        defaultValue={state?.values.answer}
        error={errorFor(state, "answer")}
      />
      <SubmitButton size="medium">{t("submit")}</SubmitButton>
    </form>
  );
}
