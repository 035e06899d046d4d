import { useTranslations } from "next-intl";

/** A setting as it is read: days and points with their unit, words as they are. */
export function SettingValue({ name, value }: { name: string; value: string | number }) {
  const t = useTranslations("settings.amount");
  if (typeof value === "string") return value;
  return t(name.endsWith("_days") ? "days" : "points", { amount: value });
}
