import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CodeForm } from "@/components/sign-in/code-form";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { BackLink, LinkButton } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { findBrowserHash } from "@/lib/auth/browser";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { findSecondStep } from "@/lib/auth/second-step";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { listFactors } from "@/lib/staff/list-factors";
import { askSignInPasskeyAction, signInByPasskeyAction } from "../actions";
import { signInByTotpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.second");
  return { title: t("title") };
}

/** Half-way in: the address is proven, and this page and the enrolment are all that is open. */
export default async function SecondStepPage() {
  const step = await findSecondStep(await findBrowserHash(), await cityNow());
  if (!step) redirect("/admin/sign-in");
  const { totp } = await listFactors(step.staffId);
  const t = await getTranslations("auth.second");
  const words = { label: t("label"), support: t("support"), submit: t("submit") };
  const heading = (
    <PageHeading text={t("title")}>
      <p className="wrap-anywhere">{t("lead", { email: step.email })}</p>
    </PageHeading>
  );
  return (
    <ClientMessages>
      <BackLink href="/admin/sign-in" />
      {totp ? (
        <CodeForm action={signInByTotpAction} words={words}>
          {heading}
        </CodeForm>
      ) : (
        <>
          {heading}
          <p>{t("none")}</p>
        </>
      )}
      <Others />
    </ClientMessages>
  );
}

async function Others() {
  const t = await getTranslations("auth.second");
  return (
    <>
      <section className="flex flex-col gap-4 border-t border-line pt-6">
        <SectionHeading text={t("passkeyTitle")} />
        <PasskeyButton
          ask={askSignInPasskeyAction}
          action={signInByPasskeyAction}
          words={await sayPasskey()}
          look="outlined"
        >
          {t("passkey")}
        </PasskeyButton>
      </section>
      <section className="flex flex-col gap-4 border-t border-line pt-6">
        <SectionHeading text={t("enrolTitle")} />
        <p>{t("enrolText")}</p>
        <LinkButton href="/admin/sign-in/enrol" look="outlined">
          {t("enrol")}
        </LinkButton>
      </section>
    </>
  );
}
