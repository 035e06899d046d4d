import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmailForm } from "@/components/sign-in/email-form";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { Notification } from "@/components/ui/notification";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { findStaff } from "@/lib/auth/guards";
import { sayPasskey } from "@/lib/auth/say-passkey";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { askSignInPasskeyAction, askStaffCodeAction, signInByPasskeyAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.staff");
  return { title: t("title") };
}

export default async function StaffSignInPage({ searchParams }: { searchParams: Promise<{ ended?: string }> }) {
  if (await findStaff()) redirect("/admin");
  const { ended } = await searchParams;
  const t = await getTranslations("auth");
  return (
    <ClientMessages>
      <EmailForm
        action={askStaffCodeAction}
        look="outlined"
        words={{ label: t("staff.email"), submit: t("signIn.submit") }}
      >
        {ended !== undefined && (
          <Notification kind="info" title={t("staff.ended.title")}>
            <p>{t("staff.ended.text")}</p>
          </Notification>
        )}
        <PageHeading text={t("staff.title")}>
          <p>{t("staff.passkeyLead")}</p>
        </PageHeading>
        <PasskeyButton ask={askSignInPasskeyAction} action={signInByPasskeyAction} words={await sayPasskey()}>
          {t("staff.passkey")}
        </PasskeyButton>
        <section className="flex flex-col gap-4 border-t border-line pt-6">
          <SectionHeading text={t("staff.byMail")} />
          <p>{t("staff.lead")}</p>
        </section>
      </EmailForm>
    </ClientMessages>
  );
}
