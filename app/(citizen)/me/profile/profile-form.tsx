"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { ties } from "@/lib/members/input";
import { errorFor } from "@/lib/shared/form";
import { changeProfileAction } from "./actions";

interface ProfileFormProps {
  tie: string | undefined;
  birthYear: string | undefined;
  /** The page's heading: errors stand above it. */
  children: ReactNode;
}

export function ProfileForm({ tie, birthYear, children }: ProfileFormProps) {
  const t = useTranslations();
  const [state, send] = useActionState(changeProfileAction, null);
  return (
    <form action={send} noValidate className="flex flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <RadioGroup
        name="tie"
        label={t("joining.signUp.tie")}
        support={t("me.about.tieSupport")}
        requirement="required"
        choices={ties.map((value) => ({ value, label: t(`joining.ties.${value}`) }))}
        defaultValue={state?.values.tie ?? tie}
        error={errorFor(state, "tie")}
      />
      <TextField
        name="birthYear"
        width="medium"
        autoComplete="bday-year"
        label={t("joining.signUp.birthYear")}
        support={t("joining.signUp.birthYearSupport")}
        requirement="optional"
        defaultValue={state?.values.birthYear ?? birthYear}
        error={errorFor(state, "birthYear")}
      />
      <SubmitButton>{t("me.about.submit")}</SubmitButton>
    </form>
  );
}
