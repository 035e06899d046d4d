import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EnrolmentForm } from "@/components/sign-in/enrolment-form";
import { NewPasskeyButton } from "@/components/sign-in/new-passkey-button";
import { TotpSetup } from "@/components/sign-in/totp-setup";
import { BackLink } from "@/components/ui/link";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { findBrowserHash } from "@/lib/auth/browser";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { findSecondStep } from "@/lib/auth/second-step";
import { cityNow } from "@/lib/clock/city-now";
import { ClientMessages } from "@/lib/i18n/client-messages";
import {
  acceptEnrolmentCodeAction,
  askNewPasskeyAction,
  enrolByPasskeyAction,
  enrolByTotpAction,
  startEnrolTotpAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.enrol");
  return { title: t("title") };
}

export default async function EnrolPage() {
  const step = await findSecondStep(await findBrowserHash(), await cityNow());
  if (!step) redirect("/admin/sign-in");
  const t = await getTranslations("auth.enrol");
  if (step.enrolmentHash) return <Choose />;
  return (
    <ClientMessages>
      <BackLink href="/admin/sign-in/second" />
      <EnrolmentForm
        action={acceptEnrolmentCodeAction}
        words={{ label: t("label"), support: t("support"), submit: t("submit") }}
      >
        <PageHeading text={t("title")}>
          <p>{t("lead")}</p>
        </PageHeading>
      </EnrolmentForm>
    </ClientMessages>
  );
}

/** The code was right: one factor, of either kind, and the person is in. */
async function Choose() {
  const t = await getTranslations("auth.enrol");
  return (
    <ClientMessages names={["factors"]}>
      <PageHeading text={t("chooseTitle")}>
        <p>{t("chooseLead")}</p>
      </PageHeading>
      <section className="flex flex-col gap-4">
        <SectionHeading text={t("passkeyTitle")} />
        <p>{t("passkeyText")}</p>
        <NewPasskeyButton ask={askNewPasskeyAction} action={enrolByPasskeyAction} words={await sayPasskey()}>
          {t("passkey")}
        </NewPasskeyButton>
      </section>
      <section className="flex flex-col gap-4 border-t border-line pt-6">
        <SectionHeading text={t("totpTitle")} />
        <p>{t("totpText")}</p>
        <TotpSetup start={startEnrolTotpAction} confirm={enrolByTotpAction}>
          {t("totp")}
        </TotpSetup>
      </section>
    </ClientMessages>
  );
}
