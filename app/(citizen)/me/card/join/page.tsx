import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireProvenMember } from "@/lib/auth/require-proven";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { JoinForm } from "./join-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ways.join");
  return { title: t("title") };
}

export default async function JoinPage() {
  await requireProvenMember("/me/card/join");
  const t = await getTranslations("ways.join");
  return (
    <ClientMessages names={["ways"]}>
      <BackLink href="/me/card" />
      <JoinForm>
        <PageHeading text={t("title")}>
          <p>{t("lead")}</p>
        </PageHeading>
      </JoinForm>
    </ClientMessages>
  );
}
