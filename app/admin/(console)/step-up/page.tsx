import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CodeForm } from "@/components/sign-in/code-form";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { BackLink } from "@/components/ui/link";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { decideFreshPath, isFresh } from "@/lib/auth/decide-fresh";
import { requirePermission } from "@/lib/auth/guards";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listFactors } from "@/lib/staff/list-factors";
import { askStepUpPasskeyAction, stepUpByPasskeyAction, stepUpByTotpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.stepUp");
  return { title: t("title") };
}

export default async function StepUpPage({ searchParams }: { searchParams: Promise<{ to?: string | string[] }> }) {
  const { staffId, provenAt } = await requirePermission("console.read");
  const { to } = await searchParams;
  const isDone = !to && isFresh(provenAt, await cityNow());
  const { passkeys, totp } = await listFactors(staffId);
  const fields: Record<string, string> = typeof to === "string" ? { to: decideFreshPath(to) } : {};
  const t = await getTranslations("auth.stepUp");
  const heading = (
    <PageHeading text={t("title")}>
      <p>{t("lead")}</p>
    </PageHeading>
  );
  if (isDone)
    return (
      <>
        <Notification kind="success" title={t("done.title")}>
          <p>{t("done.text")}</p>
        </Notification>
        {heading}
      </>
    );
  return (
    <ClientMessages>
      <div>
        <BackLink href="/admin">{t("stop")}</BackLink>
      </div>
      <div className="flex max-w-2xl flex-col gap-6">
        {passkeys.length > 0 && <ByPasskey fields={fields}>{heading}</ByPasskey>}
        {totp && (
          <ByTotp fields={fields}>{passkeys.length > 0 ? <SectionHeading text={t("byTotp")} /> : heading}</ByTotp>
        )}
      </div>
    </ClientMessages>
  );
}

type Way = { fields: Record<string, string>; children: ReactNode };

async function ByPasskey({ fields, children }: Way) {
  const t = await getTranslations("auth.stepUp");
  return (
    <>
      {children}
      <PasskeyButton
        ask={askStepUpPasskeyAction}
        action={stepUpByPasskeyAction}
        words={await sayPasskey()}
        fields={fields}
        size="medium"
      >
        {t("passkey")}
      </PasskeyButton>
    </>
  );
}

async function ByTotp({ fields, children }: Way) {
  const t = await getTranslations("auth.second");
  const tu = await getTranslations("auth.stepUp");
  const words = { label: t("label"), support: t("support"), submit: tu("totp") };
  return (
    <CodeForm action={stepUpByTotpAction} words={words} fields={fields}>
      {children}
    </CodeForm>
  );
}
