"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { FormNotice } from "@/components/ui/form-notice";
import { SubmitButton } from "@/components/ui/submit-button";
import type { LegalVersions } from "@/lib/legal/input";
import { renewConsentAction } from "./actions";

interface ConsentFormProps {
  /** Where to go afterwards, sealed by the server. */
  to: string | undefined;
  /** The versions that the page told of. */
  seen: LegalVersions;
  children: ReactNode;
}

export function ConsentForm({ to, seen, children }: ConsentFormProps) {
  const t = useTranslations("joining.consent");
  const [state, send] = useActionState(renewConsentAction, null);
  return (
    <form action={send} className="flex flex-col gap-6">
      <FormNotice state={state} />
      {children}
      <input type="hidden" name="terms" value={seen.terms} />
      <input type="hidden" name="privacy" value={seen.privacy} />
      {to && <input type="hidden" name="to" value={to} />}
      <SubmitButton>{t("submit")}</SubmitButton>
    </form>
  );
}
