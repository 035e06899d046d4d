import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { ApprovalRow, ApprovalView } from "@/lib/approvals/queries";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { StateBadge } from "./state-badge";

/** Drafts of one view: while they wait, until when; once they have ended, since when. */
export function ApprovalList({ rows, view }: { rows: readonly ApprovalRow[]; view: ApprovalView }) {
  const t = useTranslations("approvals");
  return (
    <Table caption={t(`views.${view}`)} captionHidden>
      <thead>
        <tr>
          <Th>{t("column.number")}</Th>
          <Th>{t("column.kind")}</Th>
          <Th>{t("column.about")}</Th>
          <Th>{t("column.section")}</Th>
          <Th>{t("column.maker")}</Th>
          <Th>{t(view === "done" ? "column.endedAt" : "column.expiresAt")}</Th>
          <Th>{t("column.state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row" unbroken>
              <TextLink href={`/admin/approvals/${row.id}`} prefetch={false}>
                {row.number}
              </TextLink>
            </Th>
            <Td>{t(`kind.${row.kind}`)}</Td>
            <Td>{row.effect.lines[0]?.after ?? row.effect.lines[0]?.before}</Td>
            <Td>{row.section ?? t("wholeCity")}</Td>
            <Td>{row.maker}</Td>
            <Td>{formatCityDateTime(view === "done" ? (row.endedAt ?? row.expiresAt) : row.expiresAt)}</Td>
            <Td unbroken>
              <StateBadge state={row.state} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
