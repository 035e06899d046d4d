"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor } from "@/lib/shared/form";
import { closeRewardAction } from "../actions";

/** Undone by reopening; what was handed over stays. */
export function CloseRewardForm({ itemId }: { itemId: string }) {
  const t = useTranslations("rewards");
  const [state, action] = useActionState(closeRewardAction, null);
  return (
    <details open={state ? true : undefined} className="max-w-3xl rounded-8 border border-line p-4">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("close")}</summary>
      <form action={action} noValidate className="mt-4 flex flex-col gap-4">
        <ErrorSummary errors={state?.errors} />
        <p>{t("closeText")}</p>
        <input type="hidden" name="itemId" value={itemId} />
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
