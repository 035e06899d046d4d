"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { removeFactorAction } from "./actions";

/** Asks once more, since what is taken away signs in no more. */
export function RemoveFactorForm({ factorId, name }: { factorId: string; name: string }) {
  const t = useTranslations("account.factors");
  const [state, send] = useActionState(removeFactorAction, null);
  return (
    <Dialog trigger={t("remove")} triggerLook={{ look: "text", size: "small" }} title={t("removeTitle")}>
      <FormNotice state={state} />
      <p>{t("removeText", { name })}</p>
      <form action={send}>
        <input type="hidden" name="factorId" value={factorId} />
        <SubmitButton size="medium" tone="danger">
          {t("removeDo")}
        </SubmitButton>
      </form>
    </Dialog>
  );
}
