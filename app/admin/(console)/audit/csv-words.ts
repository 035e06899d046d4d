import { getTranslations } from "next-intl/server";
import type { AuditWords } from "@/lib/audit/export-audit";
import type { AuditEntry } from "@/lib/audit/queries";
import { cityDay, formatCityClock } from "@/lib/shared/city-time";
import { entryWords } from "./entry-words";

const columns = [
  "number",
  "day",
  "time",
  "name",
  "section",
  "roles",
  "act",
  "kind",
  "target",
  "outcome",
  "reason",
  "purpose",
  "before",
  "after",
  "requestId",
  "address",
] as const;

const told = (value: unknown): string => (value === null ? "" : JSON.stringify(value));

/** The trail as a table: its columns, and a line of it, in the words of the pages. */
export async function csvWords(): Promise<AuditWords> {
  const t = await getTranslations("audit");
  const words = await entryWords();
  const cellsOf = (entry: AuditEntry): Record<(typeof columns)[number], string | number> => ({
    number: entry.id,
    day: cityDay(entry.recordedAt),
    time: formatCityClock(entry.recordedAt),
    name: entry.name ?? t("unknownStaff"),
    section: entry.section ?? "",
    roles: words.roles(entry.roles).join(" / "),
    act: words.act(entry.act),
    kind: words.kind(entry.targetKind),
    target: entry.targetKind === "permission" ? words.permission(entry.targetId ?? "") : (entry.targetId ?? ""),
    outcome: t(entry.outcome === "denied" ? "outcome.denied" : "outcome.done"),
    reason: words.reason(entry) ?? "",
    purpose: entry.purpose ? words.purpose(entry.purpose) : "",
    before: told(entry.before),
    after: told(entry.after),
    requestId: entry.requestId ?? "",
    address: entry.address ?? "",
  });
  const rowOf = (entry: AuditEntry) => {
    const cells = cellsOf(entry);
    return columns.map((column) => cells[column]);
  };
  return { columns: columns.map((column) => t(`export.column.${column}`)), rowOf };
}
