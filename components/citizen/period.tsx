import { useTranslations } from "next-intl";
import { cityDay, formatCityDateTime, formatCityTime } from "@/lib/shared/city-time";

/** From one moment to another; the day is said once where it is the same. */
export function Period({ start, end }: { start: Date; end: Date }) {
  const t = useTranslations("home");
  const isOneDay = cityDay(start) === cityDay(end);
  return t("period", {
    start: formatCityDateTime(start),
    end: isOneDay ? formatCityTime(end) : formatCityDateTime(end),
  });
}
