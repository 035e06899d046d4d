"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { errorFor, type FormState } from "@/lib/shared/form";

type Props = {
  send: (state: FormState, form: FormData) => Promise<FormState>;
  /** Whose words: both have them under the same names. */
  words: "shops-admin" | "rewards";
  /** The field by which the action knows what is closed, and its value. */
  field: string;
  id: string;
};

/** Closes a shop or a reward with a reason. Undone by reopening; what was issued, paid or handed over stays. */
export function CloseForm({ send, words, field, id }: Props) {
  const t = useTranslations(words);
  const [state, action] = useActionState(send, null);
  return (
    <details open={state ? true : undefined} className="max-w-3xl rounded-8 border border-line p-4">
      <summary className="min-h-11 cursor-pointer py-2 text-std-16B-170">{t("close")}</summary>
      <form action={action} noValidate className="mt-4 flex flex-col gap-4">
        <ErrorSummary errors={state?.errors} />
        <p>{t("closeText")}</p>
        <input type="hidden" name={field} value={id} />
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
