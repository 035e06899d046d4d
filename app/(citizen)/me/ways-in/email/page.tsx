import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmailForm } from "@/components/sign-in/email-form";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireProvenMember } from "@/lib/auth/require-proven";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { askEmailCodeAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ways.email");
  return { title: t("title") };
}

export default async function EmailPage() {
  await requireProvenMember("/me/ways-in/email");
  const [t, ts] = await Promise.all([getTranslations("ways.email"), getTranslations("auth.signIn")]);
  return (
    <ClientMessages>
      <BackLink href="/me/ways-in" />
      <EmailForm action={askEmailCodeAction} words={{ label: t("label"), submit: ts("submit") }}>
        <PageHeading text={t("title")}>
          <p>{t("lead")}</p>
        </PageHeading>
      </EmailForm>
    </ClientMessages>
  );
}
