"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { saveSettingsAction } from "./actions";
import { LogoFields } from "./logo-fields";
import { SettingsPreview } from "./settings-preview";
import type { SettingsState } from "./settings-state";

/** `values`: the settings as they are, as text. */
export function SettingsForm({ values, children }: { values: Record<string, string>; children: ReactNode }) {
  const t = useTranslations("settings");
  const [state, action] = useActionState(saveSettingsAction, null);
  if (state?.preview) return <SettingsPreview action={action} values={state.values} preview={state.preview} />;
  const typed = state?.values ?? values;
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      {children}
      <Fields state={state} typed={typed} />
      <LogoFields logoId={typed.logo_id ?? ""} error={errorFor(state, "logo")} />
      <SubmitButton>{t("check")}</SubmitButton>
    </form>
  );
}

const lines = [
  { name: "service_name", width: "medium" },
  { name: "unit_name", width: "medium" },
  { name: "city_name", width: "medium" },
  { name: "colour_primary", width: "short" },
  { name: "colour_on_primary", width: "short" },
  { name: "contact_phone", width: "medium" },
  { name: "contact_hours", width: "full" },
  { name: "refund_grace_days", width: "short" },
  { name: "approval_correction_points", width: "short" },
  { name: "approval_code_points", width: "short" },
  { name: "approval_days", width: "short" },
  { name: "residency_valid_days", width: "short" },
  { name: "withdrawal_days", width: "short" },
  { name: "suspension_reply_days", width: "short" },
] as const;

function Fields({ state, typed }: { state: SettingsState; typed: Record<string, string> }) {
  const t = useTranslations("settings");
  return lines.map(({ name, width }) => (
    <TextField
      key={name}
      {...{ name, width, label: t(`field.${name}`), support: t(`support.${name}`), error: errorFor(state, name) }}
      inputMode={/_(days|points)$/.test(name) ? "numeric" : "text"}
      requirement="required"
      autoComplete="off"
      defaultValue={typed[name]}
    />
  ));
}
