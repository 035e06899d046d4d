"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { openTypedCodeAction } from "./actions";

/** The eight characters under the QR: works without camera and without scripts. */
export function TypedCodeForm({ children }: { children: ReactNode }) {
  const t = useTranslations("scan.typed");
  const [state, action] = useActionState(openTypedCodeAction, null);
  return (
    <>
      <ErrorSummary errors={state?.errors} />
      {children}
      <form action={action} noValidate className="flex flex-col gap-4">
        <h2 className="text-std-22B-150">{t("title")}</h2>
        <TextField
          name="code"
          label={t("label")}
          requirement="required"
          support={t("support")}
          width="medium"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          defaultValue={state?.values.code}
          error={errorFor(state, "code")}
        />
        <SubmitButton look="outlined">{t("open")}</SubmitButton>
      </form>
    </>
  );
}
