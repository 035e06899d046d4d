"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { endProxyAction } from "./actions";

export function EndProxyForm({ memberId, proxyId }: { memberId: string; proxyId: string }) {
  const t = useTranslations("memberships.proxies");
  const [state, send] = useActionState(endProxyAction, null);
  return (
    <form action={send}>
      <FormNotice state={state} />
      <input type="hidden" name="memberId" value={memberId} />
      <input type="hidden" name="proxyId" value={proxyId} />
      <SubmitButton look="outlined" size="medium" tone="danger">
        {t("end")}
      </SubmitButton>
    </form>
  );
}
