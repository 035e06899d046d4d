import { useTranslations } from "next-intl";
import { decideExpiry, type ExpiryRule } from "@/lib/programmes/decide-expiry";
import { expiryKinds } from "@/lib/programmes/input";
import { type CityDay, formatCityDate } from "@/lib/shared/city-time";

/** The expiry rule in words, with what it would mean for a grant of today. */
export function ExpiryWords({ rule, today }: { rule: ExpiryRule; today: CityDay }) {
  const t = useTranslations("programmes.expiry");
  const kind = expiryKinds.find((known) => known === rule.expiryKind) ?? "fixed";
  const words = {
    next_fiscal_year_end: () => t("next_fiscal_year_end"),
    fiscal_year_end: () => t("fiscal_year_end"),
    days: () => t("daysOf", { count: rule.expiryCount ?? 0 }),
    months: () => t("monthsOf", { count: rule.expiryCount ?? 0 }),
    fixed: () => t("fixedOf", { day: rule.expiryOn ? formatCityDate(rule.expiryOn) : "" }),
  };
  return (
    <>
      <p>{words[kind]()}</p>
      <p className="text-quiet">{t("preview", { day: formatCityDate(decideExpiry(rule, today)) })}</p>
    </>
  );
}
