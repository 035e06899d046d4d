import { getTranslations } from "next-intl/server";
import { SectionHeading } from "@/components/ui/page-heading";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import type { AgencyRow } from "@/lib/members/list-agency";
import { formatCityDateTime } from "@/lib/shared/city-time";

const acts = ["grant", "spend", "exchange"] as const;
const nameOf = ({ nickname, number }: AgencyRow["agent"]) => nickname ?? formatMemberNumber(number);

/** Who acted for whom, as both of them read it. */
export async function AgencyLog({ rows }: { rows: readonly AgencyRow[] }) {
  const t = await getTranslations("memberships.me.proxies");
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("log")} />
      {rows.length === 0 && <p>{t("logEmpty")}</p>}
      <ul className="flex flex-col">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line py-3">
            <p className="text-std-16N-170 text-quiet">{formatCityDateTime(row.recordedAt)}</p>
            <p>
              {t(`logLine.${acts.find((act) => act === row.act) ?? "exchange"}`, {
                agent: nameOf(row.agent),
                principal: nameOf(row.principal),
                points: row.points,
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
