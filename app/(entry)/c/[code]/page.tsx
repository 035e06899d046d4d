import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { contactParts } from "@/components/ui/contact-parts";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.found");
  return { title: t("title"), robots: { index: false } };
}

/**
 * What a member's card opens for anybody with a camera: what it is and whom to bring it to. It looks nothing up, so a live, a void and an
 * invented card cannot be told apart.
 */
export default async function CardPage() {
  const t = await getTranslations("members.found");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("lead")}</p>
      </PageHeading>
      <p>{t("use")}</p>
      <p>{t("lost")}</p>
      <p className="text-std-17B-170">{t.rich("phone", contactParts)}</p>
      <p>{t("private")}</p>
      <LinkButton href="/" look="outlined">
        {t("home")}
      </LinkButton>
    </>
  );
}
