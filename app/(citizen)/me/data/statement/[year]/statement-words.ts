import { getTranslations } from "next-intl/server";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { getSettings } from "@/lib/settings/queries";
import { cityDay, formatCityDate, formatCityDateTime, formatCityMonth } from "@/lib/shared/city-time";
import { type Statement, statementDays } from "@/lib/statements/decide-statement";
import type { StatementWords } from "@/lib/statements/print-statement";

const figures = ["earned", "used", "ended", "moved"] as const;

/** What the paper says; of its owner the number alone. */
export async function statementWords(statement: Statement, number: string, at: Date): Promise<StatementWords> {
  const [t, { service_name: service }] = await Promise.all([getTranslations("own-data.paper"), getSettings()]);
  const { year, opening, closing, total, lines } = statement;
  const { from, to } = statementDays(year, cityDay(at));
  const points = (count: number) => t("points", { points: count });
  const figure = (count: number) => t("figure", { points: count });
  return {
    service,
    title: t("title", { year: String(year), from: formatCityDate(from), to: formatCityDate(to) }),
    owner: t("owner", { number: formatMemberNumber(number) }),
    printed: t("printed", { at: formatCityDateTime(at) }),
    summary: [
      { term: t("opening"), detail: points(opening) },
      ...figures.map((one) => ({ term: t(one), detail: points(total[one]) })),
      { term: t("closing"), detail: points(closing) },
    ],
    columns: [t("month"), ...figures.map((one) => t(`${one}Short`)), t("closingShort")],
    lines: lines.map(({ month, closing: left, ...own }) => [
      formatCityMonth(month),
      ...figures.map((one) => figure(own[one])),
      figure(left),
    ]),
    note: t("note"),
  };
}
