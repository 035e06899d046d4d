import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

/** A link to an announcement that is not here, or no longer. */
export default function NoSuchNews() {
  const t = useTranslations("portal.news");
  return (
    <>
      <PageHeading text={t("title")}>
        <p>{t("text")}</p>
      </PageHeading>
      <LinkButton href="/">{t("home")}</LinkButton>
    </>
  );
}
