"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { linkMemberAction, unlinkMemberAction } from "./actions";

export function LinkForm() {
  const t = useTranslations("account.member");
  const [state, send] = useActionState(linkMemberAction, null);
  return (
    <form action={send} noValidate className="flex flex-col gap-4">
      <ErrorSummary errors={state?.errors} />
      <FormNotice state={state} />
      <TextField
        name="number"
        label={t("number")}
        support={t("support")}
        requirement="optional"
        inputMode="numeric"
        autoComplete="off"
        width="medium"
        defaultValue={state?.values.number}
        error={errorFor(state, "number")}
      />
      <SubmitButton look="outlined" size="medium">
        {t("link")}
      </SubmitButton>
    </form>
  );
}

export function UnlinkForm() {
  const t = useTranslations("account.member");
  const [, send] = useActionState(unlinkMemberAction, null);
  return (
    <form action={send}>
      <SubmitButton look="outlined" size="medium">
        {t("unlink")}
      </SubmitButton>
    </form>
  );
}
