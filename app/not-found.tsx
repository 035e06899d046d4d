import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.notFound");
  return { title: t("title") };
}

export default async function NotFoundPage() {
  const t = await getTranslations("errors");
  return (
    <main id="main" tabIndex={-1} className="page-narrow flex flex-col gap-6 py-10">
      <PageHeading text={t("notFound.title")} />
      <p>{t("notFound.text")}</p>
      <LinkButton href="/">{t("home")}</LinkButton>
      <p>{t("contact")}</p>
    </main>
  );
}
