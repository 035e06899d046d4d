import { getTranslations } from "next-intl/server";
import { SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import type { Programme } from "@/lib/programmes/queries";
import { type CityDay, formatCityDate } from "@/lib/shared/city-time";
import { ExpiryWords } from "../expiry-words";

/** What the programme is for, and the rule it grants by. */
export async function ProgrammeTermsList({ programme, today }: { programme: Programme; today: CityDay }) {
  const [t, tc] = await Promise.all([getTranslations("programmes"), getTranslations("console")]);
  const period = { start: formatCityDate(programme.startsOn), end: formatCityDate(programme.endsOn) };
  const about = [
    { term: t("label.domainId"), detail: programme.domain },
    { term: t("label.sectionId"), detail: programme.section },
    { term: t("column.period"), detail: tc("span", period) },
    { term: t("label.policyGoal"), detail: <p className="whitespace-pre-line">{programme.policyGoal}</p> },
    { term: t("label.kpi"), detail: <p className="whitespace-pre-line">{programme.kpi}</p> },
    { term: t("label.fundingSource"), detail: programme.fundingSource },
  ];
  const rule = [
    { term: t("label.points"), detail: tc("points", { points: programme.points }) },
    { term: t("label.expiryKind"), detail: <ExpiryWords rule={programme} today={today} /> },
  ];
  return (
    <>
      <section aria-labelledby="rule" className="flex flex-col gap-4">
        <SectionHeading id="rule" text={t("detail.rule", { version: programme.ruleVersion })} />
        <SummaryList rows={rule} />
      </section>
      <section aria-labelledby="about" className="flex flex-col gap-4">
        <SectionHeading id="about" text={t("detail.about")} />
        <SummaryList rows={about} />
      </section>
    </>
  );
}
