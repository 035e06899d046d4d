"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { endOtherSessionsAction, endSessionAction } from "./actions";

export function EndSessionForm({ sessionId }: { sessionId: string }) {
  const t = useTranslations("account.devices");
  const [state, send] = useActionState(endSessionAction, null);
  return (
    <form action={send} className="flex flex-col gap-2">
      <FormNotice state={state} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <SubmitButton look="text" size="small">
        {t("end")}
      </SubmitButton>
    </form>
  );
}

export function EndOthersForm() {
  const t = useTranslations("account.devices");
  const [, send] = useActionState(endOtherSessionsAction, null);
  return (
    <form action={send}>
      <SubmitButton look="outlined" size="medium" tone="danger">
        {t("endOthers")}
      </SubmitButton>
    </form>
  );
}
