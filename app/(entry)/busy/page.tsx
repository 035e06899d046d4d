import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.busy");
  return { title: t("title") };
}

/** Where a write ends that is one too many for this process. */
export default async function BusyPage() {
  const t = await getTranslations("auth.busy");
  return (
    <>
      <PageHeading text={t("title")} />
      <p>{t("text")}</p>
      <p>{t("next")}</p>
      <LinkButton href="/">{t("home")}</LinkButton>
    </>
  );
}
