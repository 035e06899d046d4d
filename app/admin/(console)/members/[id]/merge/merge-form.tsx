"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { DraftFields } from "../../../approvals/draft-fields";
import { draftMergeAction } from "./actions";

type Props = { memberId: string; values: Record<string, string>; children: ReactNode };

/** Which membership stays, and why they are one person's. */
export function MergeForm({ memberId, values, children }: Props) {
  const t = useTranslations("memberships.merge");
  const [state, send] = useActionState(draftMergeAction, null);
  const typed = state?.values ?? values;
  return (
    <form action={send} noValidate className="flex max-w-2xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <input type="hidden" name="memberId" value={memberId} />
      <TextField
        name="number"
        label={t("number")}
        support={t("numberSupport")}
        requirement="required"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={typed.number}
        error={errorFor(state, "number")}
      />
      <DraftFields values={typed} state={state} />
      <SubmitButton size="medium">{t("submit")}</SubmitButton>
    </form>
  );
}
