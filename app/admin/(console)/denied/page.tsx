import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { requireStaff } from "@/lib/auth/guards";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("console.denied");
  return { title: t("title") };
}

/** Where an act ends that none of the person's roles allows. */
export default async function DeniedPage() {
  await requireStaff();
  const t = await getTranslations("console");
  return (
    <>
      <PageHeading text={t("denied.title")} />
      <p>{t("denied.text")}</p>
      <p>{t("denied.next")}</p>
      <div>
        <LinkButton href="/admin">{t("denied.home")}</LinkButton>
      </div>
    </>
  );
}
