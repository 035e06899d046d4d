import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { formatCityDate } from "@/lib/shared/city-time";
import type { UsageQuery } from "@/lib/usage/input";
import {
  listUsageByDay,
  listUsageByProgramme,
  listUsageByShop,
  type UsageFigures,
  type UsageScope,
} from "@/lib/usage/queries";
import { PaymentTable } from "./payment-table";
import { reportAddress } from "./report-address";

type Props = { asked: UsageQuery; scope: UsageScope; children: (next: string | null) => ReactNode };
type Line = UsageFigures & { key: string; name: string; narrows: Partial<UsageQuery> };

/** The chosen report; each number leads to the payments that it counts. */
export async function UsageTable({ asked, scope, children }: Props) {
  const t = await getTranslations("usage");
  if (asked.view === "payments")
    return (
      <PaymentTable scope={scope} after={asked.after}>
        {children}
      </PaymentTable>
    );
  const { lines, next } = await readLines(asked, scope);
  if (lines.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <>
      <Table caption={t(`view.${asked.view}`)} captionHidden>
        <Head view={asked.view} />
        <tbody>
          {lines.map(({ key, name, narrows, ...line }) => (
            <tr key={key}>
              <Th scope="row">
                <TextLink
                  href={reportAddress("/admin/usage", asked, { view: "payments", ...narrows })}
                  prefetch={false}
                >
                  {name}
                </TextLink>
              </Th>
              <Td numeric>{line.payments.toLocaleString()}</Td>
              <Td numeric>{line.points.toLocaleString()}</Td>
              <Td numeric>{line.refunds.toLocaleString()}</Td>
              <Td numeric>{line.refunded.toLocaleString()}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asked.view === "programmes" && <p className="text-quiet">{t("perProgramme")}</p>}
      {children(next)}
    </>
  );
}

async function Head({ view }: { view: Exclude<UsageQuery["view"], "payments"> }) {
  const t = await getTranslations("usage.column");
  return (
    <thead>
      <tr>
        <Th>{t(view)}</Th>
        <Th numeric>{t("payments")}</Th>
        <Th numeric>{t("points")}</Th>
        <Th numeric>{t("refunds")}</Th>
        <Th numeric>{t("refunded")}</Th>
      </tr>
    </thead>
  );
}

async function readLines(
  { view, after }: UsageQuery,
  scope: UsageScope,
): Promise<{ lines: Line[]; next: string | null }> {
  if (view === "days") {
    const { rows, next } = await listUsageByDay(scope, { after });
    const lines = rows.map((row) => {
      return { ...row, key: row.day, name: formatCityDate(row.day), narrows: { from: row.day, to: row.day } };
    });
    return { lines, next };
  }
  if (view === "programmes") {
    const { rows, next } = await listUsageByProgramme(scope, { after });
    return { lines: rows.map((row) => ({ ...row, key: row.id, narrows: { programme: row.id } })), next };
  }
  const { rows, next } = await listUsageByShop(scope, { after });
  return { lines: rows.map((row) => ({ ...row, key: row.id, narrows: { shop: row.id } })), next };
}
