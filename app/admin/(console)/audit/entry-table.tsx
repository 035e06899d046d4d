import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { StatusBadge } from "@/components/ui/status-badge";
import { Table, Td, Th } from "@/components/ui/table";
import { findTargetNames } from "@/lib/audit/find-target-names";
import type { AuditEntry } from "@/lib/audit/queries";
import { cityDay, formatCityClock, formatCityDate } from "@/lib/shared/city-time";
import { type EntryWords, entryWords } from "./entry-words";
import { TargetLink } from "./target-link";

const columns = ["at", "who", "act", "target", "outcome", "why", "from"] as const;

/** One line per act: when, who, what, on what, with which result, why, and by which request. */
export async function EntryTable({ rows }: { rows: readonly AuditEntry[] }) {
  const t = await getTranslations("audit");
  const [words, names] = await Promise.all([entryWords(), findTargetNames(rows)]);
  if (rows.length === 0) return <EmptyState>{t("empty")}</EmptyState>;
  return (
    <Table caption={t("title")} captionHidden>
      <thead>
        <tr>
          {columns.map((column) => (
            <Th key={column}>{t(`column.${column}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((entry) => (
          <EntryLine key={entry.id} entry={entry} words={words} target={words.target(entry, names)} />
        ))}
      </tbody>
    </Table>
  );
}

type LineProps = { entry: AuditEntry; words: EntryWords; target: string | null };

async function EntryLine({ entry, words, target }: LineProps) {
  const t = await getTranslations("audit");
  const roles = words.roles(entry.roles);
  return (
    <tr>
      <Th scope="row" unbroken>
        <TextLink href={`/admin/audit/${entry.id}`} prefetch={false}>
          {formatCityDate(cityDay(entry.recordedAt))}
          <br />
          {formatCityClock(entry.recordedAt)}
        </TextLink>
      </Th>
      <Td>
        <span className="block">{entry.name ?? t("unknownStaff")}</span>
        <Quiet>{entry.section}</Quiet>
        <Quiet>{roles.join(" / ")}</Quiet>
      </Td>
      <Td>{words.act(entry.act)}</Td>
      <Td>
        <TargetLink entry={entry} kind={words.kind(entry.targetKind)} name={target} />
      </Td>
      <Td unbroken>
        <StatusBadge tone={entry.outcome === "denied" ? "error" : "success"}>
          {t(entry.outcome === "denied" ? "outcome.denied" : "outcome.done")}
        </StatusBadge>
      </Td>
      <Td>
        {words.reason(entry)}
        {entry.purpose && <span className="block">{t("purposeIs", { purpose: words.purpose(entry.purpose) })}</span>}
      </Td>
      <Td>
        <span className="block">{entry.address}</span>
        <Quiet>{entry.requestId}</Quiet>
      </Td>
    </tr>
  );
}

function Quiet({ children }: { children: string | null }) {
  return <span className="block text-dns-14N-130 wrap-anywhere text-quiet">{children}</span>;
}
