import { db } from "@/db/client";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/shared/csv";
import type { Scope } from "@/lib/shared/scope";
import { type AuditEntry, type AuditFilter, countAuditEntries, listAuditEntries } from "./queries";
import { recordAct, type StaffActor } from "./record-act";

type Row = readonly (string | number)[];
/** The trail in the reader's language: the names of the columns, and one line of them. */
export type AuditWords = { columns: Row; rowOf: (entry: AuditEntry) => Row };

/** Rows read at a time: the file is never whole in memory. */
const CHUNK = 1000;

/**
 * The trail as CSV (UTF-8 with a byte order mark, CRLF), the latest first, piece by piece: all that a filter holds before `at`. It names
 * people, so the export is an act with its purpose and the number of its rows, recorded before its first line.
 */
export async function exportAudit(
  order: { filter: AuditFilter; scope: Scope; purpose: string; words: AuditWords },
  actor: StaffActor,
  at: Date,
): Promise<AsyncGenerator<string>> {
  const { filter, scope, purpose } = order;
  const rows = await countAuditEntries(filter, scope, at);
  const act = { act: "export_audit", outcome: "done", targetKind: "audit", targetId: null } as const;
  await recordAct(db, actor, { ...act, after: { ...filter, rows }, purpose }, at);
  return writeAudit(order, at);
}

async function* writeAudit(
  { filter, scope, words }: { filter: AuditFilter; scope: Scope; words: AuditWords },
  before: Date,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLines([words.columns]);
  let after: string | undefined;
  do {
    const page = await listAuditEntries(filter, scope, { after, size: CHUNK, before });
    if (page.rows.length > 0) yield csvLines(page.rows.map(words.rowOf));
    after = page.next ?? undefined;
  } while (after);
}
