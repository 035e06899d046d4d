"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { undoSettingsAction } from "./actions";

/** One step back: to what the settings were before the latest change. */
export function UndoForm() {
  const t = useTranslations("settings.undo");
  const [state, action] = useActionState(undoSettingsAction, null);
  return (
    <form action={action} className="flex flex-col items-start gap-3">
      <FormNotice state={state} />
      <p>{t("text")}</p>
      <SubmitButton look="outlined" size="medium">
        {t("do")}
      </SubmitButton>
    </form>
  );
}
