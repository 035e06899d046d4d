import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading, SectionHeading } from "@/components/ui/page-heading";
import { SummaryList } from "@/components/ui/summary-list";
import { Table, Td, Th } from "@/components/ui/table";
import { requireVisit } from "@/lib/auth/require-visit";
import { cityNow } from "@/lib/clock/city-now";
import { getVisitor } from "@/lib/counter/queries";
import { type HistoryEntry, listHistory } from "@/lib/history/queries";
import { formatCityDate, formatCityDateTime } from "@/lib/shared/city-time";
import { getWallet } from "@/lib/spending/queries";
import { VisitFrame } from "../visit-frame";
import { PrintButton } from "./print-button";

/** As many as stand on one sheet of A5. */
const ENTRIES = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("counter.balance");
  return { title: t("title") };
}

/** A sheet to take home: balance, what ends next, the latest entries. */
export default async function BalancePage() {
  const { visit } = await requireVisit();
  const { accountId } = await getVisitor(visit.memberId);
  const at = await cityNow();
  const [{ balance, ending }, { entries }] = await Promise.all([getWallet(accountId, at), listHistory(accountId)]);
  const t = await getTranslations("counter");
  const endingText = ending && t("balance.endingText", { day: formatCityDate(ending.on), points: ending.points });
  const rows = [
    { term: t("balance.now"), detail: t("points", { points: balance }) },
    { term: t("balance.ending"), detail: endingText ?? t("balance.noEnding") },
  ];
  return (
    <VisitFrame visit={visit}>
      <PageHeading text={t("balance.title")}>
        <p>{t("balance.printed", { at: formatCityDateTime(at) })}</p>
      </PageHeading>
      <SummaryList rows={rows} />
      <SectionHeading text={t("balance.entries")} />
      <Entries entries={entries.slice(0, ENTRIES)} />
      <PrintButton />
    </VisitFrame>
  );
}

async function Entries({ entries }: { entries: readonly HistoryEntry[] }) {
  const [t, th] = await Promise.all([getTranslations("counter.balance"), getTranslations("history.kinds")]);
  if (entries.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <Table caption={t("entries")} captionHidden>
      <thead>
        <tr>
          <Th>{t("when")}</Th>
          <Th>{t("what")}</Th>
          <Th numeric>{t("change")}</Th>
          <Th numeric>{t("left")}</Th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ transferId, happenedAt, kind, change, balanceAfter, ...named }) => (
          <tr key={transferId}>
            <Td unbroken>{formatCityDateTime(happenedAt)}</Td>
            <Td>
              {th(kind)} {named.activity ?? named.shop ?? named.reward ?? named.programme}
            </Td>
            <Td numeric>{change > 0 ? `+${change}` : change}</Td>
            <Td numeric>{balanceAfter}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
