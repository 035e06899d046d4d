import { useTranslations } from "next-intl";
import { Span } from "@/components/admin/span";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { ActivitySummary } from "@/lib/activities/queries";
import { ActivityBadges } from "./activity-badge";

type Props = { rows: readonly ActivitySummary[]; at: Date; isOneProgramme?: boolean };

export function ActivityList({ rows, at, isOneProgramme = false }: Props) {
  const t = useTranslations("activities");
  const tc = useTranslations("console");
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("column.title")}</Th>
          {!isOneProgramme && <Th>{t("column.programme")}</Th>}
          <Th>{t("column.held")}</Th>
          <Th>{t("column.place")}</Th>
          <Th numeric>{t("column.points")}</Th>
          <Th>{t("column.state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">
              <TextLink href={`/admin/activities/${row.id}`} prefetch={false}>
                {row.title}
              </TextLink>
            </Th>
            {!isOneProgramme && <Td>{row.programme}</Td>}
            <Td>
              <Span start={row.startsAt} end={row.endsAt} />
            </Td>
            <Td>{row.place}</Td>
            <Td numeric>{tc("points", { points: row.points })}</Td>
            <Td>
              <ActivityBadges {...row} at={at} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
