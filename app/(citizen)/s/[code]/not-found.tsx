import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

/** A code that is no shop's, or a check page that is not this member's. */
export default function UnknownTill() {
  const t = useTranslations("spending");
  return (
    <>
      <PageHeading text={t("refusal.unknown_code")}>
        <p>{t("advice.unknown_code")}</p>
      </PageHeading>
      <LinkButton href="/scan">{t("scanAgain")}</LinkButton>
    </>
  );
}
