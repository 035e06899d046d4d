import Link from "next/link";
import { useTranslations } from "next-intl";
import { NavPending } from "@/components/ui/nav-pending";
import { SectionHeading } from "@/components/ui/page-heading";
import { Points } from "@/components/ui/points";
import { StatusBadge } from "@/components/ui/status-badge";
import type { HistoryEntry } from "@/lib/history/queries";
import { formatMemberNumber } from "@/lib/members/decide-member-number";
import { formatCityDateTime, formatCityMonth } from "@/lib/shared/city-time";

export function Month({ month, entries }: { month: string; entries: readonly HistoryEntry[] }) {
  const t = useTranslations("history");
  return (
    <section className="flex flex-col gap-2">
      <SectionHeading text={t("month", { month: formatCityMonth(month) })} />
      <ul className="flex flex-col">
        {entries.map((entry) => (
          <Entry key={entry.transferId} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

/** Only a grant, a payment and an exchange can have been undone. */
const undoneWord = (kind: HistoryEntry["kind"]) => (kind === "spend" || kind === "exchange" ? kind : "grant");

/** What it was, in a word and a name; how much, signed; what was left. The whole row leads to its receipt. */
function Entry({ entry }: { entry: HistoryEntry }) {
  const t = useTranslations("history");
  const { kind, change, transferId, reason, reversal } = entry;
  const colour = change > 0 ? "text-primary" : "text-ink";
  return (
    <li className="relative flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-4 first:border-t">
      <div className="flex min-w-0 flex-1 basis-48 flex-col gap-1">
        <p className="text-std-16N-170 text-quiet">{formatCityDateTime(entry.happenedAt)}</p>
        <p>
          <span className="me-2 text-std-17B-170">{t(`kinds.${kind}`)}</span>
          <Link
            href={`/receipts/${transferId}`}
            prefetch={false}
            className="text-link underline underline-offset-4 after:absolute after:inset-0"
          >
            {entry.activity ?? entry.shop ?? entry.reward ?? entry.programme ?? t("see")}
            <NavPending />
          </Link>
        </p>
        {entry.original && <p className="text-std-16N-170 text-quiet">{t("reason", { reason: reason ?? "" })}</p>}
        {entry.agent && <p className="text-std-16N-170 text-quiet">{t("agent", { name: entry.agent })}</p>}
        {entry.mergedNumber && (
          <p className="text-std-16N-170 text-quiet">
            {t("merged", { number: formatMemberNumber(entry.mergedNumber) })}
          </p>
        )}
        {reversal && <StatusBadge>{t(`undone.${undoneWord(kind)}`)}</StatusBadge>}
      </div>
      <div className="ms-auto flex flex-col items-end gap-1 text-end">
        <p className={`text-std-20B-150 ${colour}`}>
          <Points value={change} sign />
        </p>
        <p className="text-std-16N-170 text-quiet tabular-nums">{t("balance", { points: entry.balanceAfter })}</p>
      </div>
    </li>
  );
}
