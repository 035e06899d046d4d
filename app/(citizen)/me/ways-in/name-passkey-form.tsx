"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { namePasskeyAction } from "./actions";

/** Another name for a passkey, by which its owner tells it from others. */
export function NamePasskeyForm({ passkeyId, label }: { passkeyId: string; label: string }) {
  const t = useTranslations("ways.in");
  const [state, send] = useActionState(namePasskeyAction, null);
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link underline underline-offset-4">
        {t("rename")}
        <span className="sr-only">{t("of", { name: label })}</span>
      </summary>
      <form action={send} noValidate className="flex flex-col gap-4 pt-2 pb-4">
        <FormNotice state={state} />
        <input type="hidden" name="passkeyId" value={passkeyId} />
        <TextField
          id={`label-${passkeyId}`}
          name="label"
          label={t("name")}
          support={t("nameSupport")}
          defaultValue={state?.values.label ?? label}
          error={errorFor(state, "label")}
          maxLength={40}
        />
        <SubmitButton look="outlined" size="medium">
          {t("renameDo")}
        </SubmitButton>
      </form>
    </details>
  );
}
