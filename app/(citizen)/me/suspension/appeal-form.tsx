"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { sendAppealAction } from "./actions";

/** What stands above, the reason included, comes in as children, so that errors stand above it. */
export function AppealForm({ children }: { children: ReactNode }) {
  const t = useTranslations("memberships.me.suspension");
  const [state, send] = useActionState(sendAppealAction, null);
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <TextArea
        name="text"
        label={t("text")}
        support={t("textSupport")}
        requirement="required"
        rows={6}
        defaultValue={state?.values.text}
        error={errorFor(state, "text")}
      />
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
