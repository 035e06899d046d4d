import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { describePeriod } from "@/lib/shared/period";

/** A date is not torn from its time. */
const moment = (words: ReactNode) => <span className="inline-block">{words}</span>;

/** From one moment to another; the day is said once where it is the same. */
export function Period({ start, end }: { start: Date; end: Date }) {
  const t = useTranslations("home");
  const words = describePeriod(start, end);
  return "day" in words ? t.rich("wholeDay", { ...words, moment }) : t.rich("period", { ...words, moment });
}
