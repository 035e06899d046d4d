import { getMessages, getTranslations } from "next-intl/server";
import { formatCityDate, formatCityDateTime, isCityDay } from "@/lib/shared/city-time";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** How a value of an entry is read: moments and days of the city, numbers with their commas, choices by their names, what has a shape of its own as it is. */
export async function valueWords(): Promise<(value: unknown) => string> {
  const t = await getTranslations("audit.difference");
  const { audit } = await getMessages();
  const known: Record<string, string> = audit.value;
  return (value) => {
    if (value === undefined) return t("untold");
    if (value === null || value === "") return t("empty");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return value.toLocaleString("ja-JP");
    if (typeof value !== "string") return JSON.stringify(value, null, 1);
    if (INSTANT.test(value)) return formatCityDateTime(new Date(value));
    return isCityDay(value) ? formatCityDate(value) : (known[value] ?? value);
  };
}
