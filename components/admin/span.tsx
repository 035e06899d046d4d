import { useTranslations } from "next-intl";
import { cityDay, formatCityDateTime, formatCityTime } from "@/lib/shared/city-time";

/** From one moment to another in words; the day is said once where it is the same. */
export function spanWords(start: Date, end: Date): { start: string; end: string } {
  const isOneDay = cityDay(start) === cityDay(end);
  return { start: formatCityDateTime(start), end: isOneDay ? formatCityTime(end) : formatCityDateTime(end) };
}

export function Span({ start, end }: { start: Date; end: Date }) {
  const t = useTranslations("console");
  return <span>{t("span", spanWords(start, end))}</span>;
}
