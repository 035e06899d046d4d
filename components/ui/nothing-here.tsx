import type { Route } from "next";
import { useTranslations } from "next-intl";
import { contactParts } from "@/components/ui/contact-parts";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

/** What a page says that is not there, or not this person's; its frame is the one it stands in. */
export function NothingHere({ home }: { home: Route }) {
  const t = useTranslations("errors");
  return (
    <>
      <PageHeading text={t("notFound.title")} />
      <p>{t("notFound.text")}</p>
      <LinkButton href={home}>{t("home")}</LinkButton>
      <p>{t.rich("contact", contactParts)}</p>
    </>
  );
}
