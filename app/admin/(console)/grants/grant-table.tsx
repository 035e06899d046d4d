import { getTranslations } from "next-intl/server";
import { TextLink } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { GrantRow } from "@/lib/grants/queries";
import { formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";

export async function GrantTable({ rows }: { rows: GrantRow[] }) {
  const t = await getTranslations("grants");
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("field.happenedAt")}</Th>
          <Th>{t("field.programme")}</Th>
          <Th>{t("field.activity")}</Th>
          <Th numeric>{t("field.points")}</Th>
          <Th numeric>{t("field.remaining")}</Th>
          <Th>{t("field.expiresOn")}</Th>
          <Th>{t("field.state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.transferId}>
            <Th scope="row" unbroken>
              <TextLink href={`/admin/grants/${row.transferId}`} prefetch={false}>
                {formatCityDateTime(row.happenedAt)}
              </TextLink>
            </Th>
            <Td>{row.programme}</Td>
            <Td>{row.activity}</Td>
            <Td numeric>{row.points.toLocaleString()}</Td>
            <Td numeric>{row.remaining.toLocaleString()}</Td>
            <Td unbroken>{formatCityDate(row.expiresOn)}</Td>
            <Td unbroken>
              {row.reversed !== null && (
                <StatusBadge tone="warning">{t("reversedPoints", { points: row.reversed })}</StatusBadge>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
