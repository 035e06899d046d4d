import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { ExchangeRow } from "@/lib/rewards/queries";
import { formatCityDateTime } from "@/lib/shared/city-time";

/** Each exchange leads to its record, where it can be taken back. */
export function ExchangeTable({ rows }: { rows: readonly ExchangeRow[] }) {
  const t = useTranslations("rewards");
  if (rows.length === 0) return <EmptyState>{t("exchange.empty")}</EmptyState>;
  return (
    <Table caption={t("exchange.title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("exchange.happenedAt")}</Th>
          <Th numeric>{t("exchange.pieces")}</Th>
          <Th numeric>{t("exchange.points")}</Th>
          <Th>{t("exchange.by")}</Th>
          <Th>{t("state")}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ transferId, happenedAt, pieces, points, by, returnedAt }) => (
          <tr key={transferId}>
            <Th scope="row" unbroken>
              <TextLink href={`/admin/rewards/exchanges/${transferId}`} prefetch={false}>
                {formatCityDateTime(happenedAt)}
              </TextLink>
            </Th>
            <Td numeric>{t("pieces", { pieces })}</Td>
            <Td numeric>{t("points", { points })}</Td>
            <Td>{by}</Td>
            <Td unbroken>
              <StatusBadge tone={returnedAt ? "warning" : "neutral"}>
                {t(returnedAt ? "exchange.returned" : "exchange.done")}
              </StatusBadge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
