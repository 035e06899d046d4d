import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

/** A code that leads nowhere: also one that is a shop's, or cut short. */
export default function UnknownCode() {
  const t = useTranslations("claims");
  return (
    <>
      <PageHeading text={t("refusal.unknown_code")}>
        <p>{t("advice.unknown_code")}</p>
      </PageHeading>
      <LinkButton href="/scan">{t("scanAgain")}</LinkButton>
    </>
  );
}
