import { useTranslations } from "next-intl";
import { BudgetBar } from "@/components/admin/budget-bar";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { ProgrammeSummary } from "@/lib/programmes/queries";
import { formatCityDate } from "@/lib/shared/city-time";

export function ProgrammeList({ rows }: { rows: readonly ProgrammeSummary[] }) {
  const t = useTranslations("programmes");
  const tc = useTranslations("console");
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("column.name")}</Th>
          <Th>{t("column.domain")}</Th>
          <Th>{t("column.section")}</Th>
          <Th>{t("column.period")}</Th>
          <Th numeric>{t("column.points")}</Th>
          <Th>{t("column.budget")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/admin/programmes/${row.id}`} prefetch={false}>
                {row.name}
              </TextLink>
            </Th>
            <Td>{row.domain}</Td>
            <Td>{row.section}</Td>
            <Td>{tc("span", { start: formatCityDate(row.startsOn), end: formatCityDate(row.endsOn) })}</Td>
            <Td numeric>{tc("points", { points: row.points })}</Td>
            <Td>
              <div className="min-w-60">
                <BudgetBar budget={row.budget} used={row.used} />
              </div>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
