"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ShownTotp, TotpState } from "@/lib/auth/describe-totp";
import type { FormState } from "@/lib/shared/form";
import { CodeForm } from "./code-form";

interface TotpSetupProps {
  start: (state: TotpState) => Promise<TotpState>;
  confirm: (state: FormState, form: FormData) => Promise<FormState>;
  /** Words of the button that starts. */
  children: ReactNode;
}

/** Makes a secret, shows it this once, and takes the app's first code. Works without scripts; each start makes another secret. */
export function TotpSetup({ start, confirm, children }: TotpSetupProps) {
  const t = useTranslations("factors.totp");
  const [shown, begin] = useActionState(start, null);
  if (!shown)
    return (
      <form action={begin}>
        <SubmitButton look="outlined">{children}</SubmitButton>
      </form>
    );
  const words = { label: t("code"), support: t("codeSupport"), submit: t("confirm") };
  return (
    <CodeForm action={confirm} words={words} fields={{ totpId: shown.totpId }}>
      <Secret {...shown} />
    </CodeForm>
  );
}

function Secret({ secret, viewBox, path }: ShownTotp) {
  const t = useTranslations("factors.totp");
  return (
    <div className="flex flex-col gap-4">
      <p>{t("scan")}</p>
      <svg
        role="img"
        aria-label={t("picture")}
        viewBox={viewBox}
        className="w-56 max-w-full border border-line bg-white"
      >
        <path d={path} fill="currentColor" className="text-ink" />
      </svg>
      <p>{t("type")}</p>
      <p className="wrap-anywhere font-mono text-std-20B-150">{secret}</p>
      <p>{t("once")}</p>
    </div>
  );
}
