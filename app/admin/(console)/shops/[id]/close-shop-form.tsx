"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { closeShopAction } from "../actions";

/** Undone by reopening; the code and past payments stay. */
export function CloseShopForm({ shopId }: { shopId: string }) {
  const t = useTranslations("shops-admin");
  const [state, action] = useActionState(closeShopAction, null);
  return (
    <details open={state ? true : undefined} className="max-w-3xl rounded-8 border border-line p-4">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("close")}</summary>
      <form action={action} noValidate className="mt-4 flex flex-col gap-4">
        <ErrorSummary errors={state?.errors} />
        <p>{t("closeText")}</p>
        <input type="hidden" name="shopId" value={shopId} />
        <TextField
          name="reason"
          label={t("field.reason")}
          requirement="required"
          defaultValue={state?.values.reason}
          error={errorFor(state, "reason")}
        />
        <div>
          <SubmitButton look="outlined" size="medium" tone="danger">
            {t("closeDo")}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
