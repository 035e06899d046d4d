import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { listPayments, type PaymentRow, type UsageScope } from "@/lib/usage/queries";
import { Allowed } from "../allowed";

type Props = { scope: UsageScope; after: string | undefined; children: (next: string | null) => ReactNode };

export async function PaymentTable({ scope, after, children }: Props) {
  const t = await getTranslations("usage");
  const { rows, next } = await listPayments(scope, { after });
  if (rows.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <>
      <Table caption={t("view.payments")} captionHidden>
        <thead>
          <tr>
            <Th>{t("column.happened")}</Th>
            <Th>{t("column.shops")}</Th>
            <Th>{t("column.kind")}</Th>
            <Th numeric>{t("column.points")}</Th>
            <Th numeric>{t("column.receipt")}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PaymentLine key={row.transferId} row={row} />
          ))}
        </tbody>
      </Table>
      {children(next)}
    </>
  );
}

async function PaymentLine({ row }: { row: PaymentRow }) {
  const t = await getTranslations("usage");
  return (
    <tr>
      <Th scope="row" unbroken>
        <Allowed to="grant.read" instead={formatCityDateTime(row.happenedAt)}>
          <TextLink href={`/admin/grants/${row.paymentId}`} prefetch={false}>
            {formatCityDateTime(row.happenedAt)}
          </TextLink>
        </Allowed>
      </Th>
      <Td>{row.shop}</Td>
      <Td unbroken>
        <StatusBadge tone={row.isRefund ? "warning" : "neutral"}>{t(row.isRefund ? "refund" : "payment")}</StatusBadge>
        {row.reversed !== null && <span className="ms-2">{t("reversed", { points: row.reversed })}</span>}
      </Td>
      <Td numeric>{(row.isRefund ? -row.points : row.points).toLocaleString()}</Td>
      <Td numeric>{row.receiptNumber === null ? "" : `#${String(row.receiptNumber).padStart(3, "0")}`}</Td>
    </tr>
  );
}
