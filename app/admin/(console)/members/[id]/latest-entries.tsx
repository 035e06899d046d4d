import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/page-heading";
import { Points } from "@/components/ui/points";
import { Table, Td, Th } from "@/components/ui/table";
import { type HistoryEntry, listHistory } from "@/lib/history/queries";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { formatCityDateTime } from "@/lib/shared/city-time";
import { decidePermission, type Holding } from "@/lib/staff/decide-permission";
import { permissions } from "@/lib/staff/permissions";

const SHOWN = 5;

/** A member's latest entries; each leads to its record where staff may open every section's. */
export async function LatestEntries({ accountId, holdings }: { accountId: number; holdings: readonly Holding[] }) {
  const t = await getTranslations("members.entries");
  const { entries } = await listHistory(accountId);
  const mayOpen = decidePermission(permissions, holdings, "grant.read") === "everywhere";
  return (
    <section className="flex flex-col gap-4">
      <SectionHeading text={t("title")} />
      {entries.length === 0 ? (
        <EmptyState>{t("empty")}</EmptyState>
      ) : (
        <EntryTable entries={entries.slice(0, SHOWN)} mayOpen={mayOpen} />
      )}
    </section>
  );
}

async function EntryTable({ entries, mayOpen }: { entries: readonly HistoryEntry[]; mayOpen: boolean }) {
  const t = await getTranslations("members.entries");
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          <Th>{t("at")}</Th>
          <Th>{t("kind")}</Th>
          <Th>{t("what")}</Th>
          <Th numeric>{t("change")}</Th>
          <Th numeric>{t("balance")}</Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.transferId}>
            <Th scope="row" unbroken>
              <EntryTime entry={entry} mayOpen={mayOpen} />
            </Th>
            <Td unbroken>{t(entry.kind)}</Td>
            <Td>
              {entry.activity ?? entry.shop ?? entry.reward ?? entry.programme}
              {entry.agent && ` ${t("agent", { name: entry.agent })}`}
              {entry.mergedNumber && ` ${t("merged", { number: formatMemberNumber(entry.mergedNumber) })}`}
            </Td>
            <Td numeric>
              <Points value={entry.change} sign />
            </Td>
            <Td numeric>
              <Points value={entry.balanceAfter} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function EntryTime({ entry, mayOpen }: { entry: HistoryEntry; mayOpen: boolean }) {
  const words = formatCityDateTime(entry.happenedAt);
  if (!mayOpen) return words;
  return (
    <TextLink href={`/admin/grants/${entry.transferId}`} prefetch={false}>
      {words}
    </TextLink>
  );
}
