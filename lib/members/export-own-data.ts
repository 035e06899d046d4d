import { db } from "@/db/client";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/shared/csv";
import { collectOwnData, type OwnSection, ownSections } from "./collect-own-data";
import type { OwnFormat } from "./input";
import { recordMemberEvent } from "./record-event";

/** How the file says what it holds: a part's title, and what a column is called. */
export type OwnWords = { section: (section: OwnSection) => string; column: (column: string) => string };
type Owner = { memberId: string; accountId: number };

/**
 * All that is kept of a member, as a file in pieces; that it was taken is a line of the member's own record, written before the first piece. JSON
 * names things as they are named here, CSV in words, part by part.
 */
export async function exportOwnData(
  owner: Owner,
  { format, words }: { format: OwnFormat; words: OwnWords },
  at: Date,
): Promise<AsyncGenerator<string>> {
  const { memberId } = owner;
  const event = { memberId, kind: "exported_data", actor: `member:${memberId}`, detail: { format } } as const;
  await db.transaction((tx) => recordMemberEvent(tx, event, at));
  return format === "json" ? writeJson(owner) : writeCsv(owner, words);
}

async function* writeJson(owner: Owner): AsyncGenerator<string> {
  let opening = "{\n";
  for (const section of ownSections) {
    yield `${opening}${JSON.stringify(section)}: [`;
    let between = "\n";
    for await (const rows of collectOwnData(section, owner)) {
      for (const row of rows) {
        yield `${between}${JSON.stringify(row)}`;
        between = ",\n";
      }
    }
    yield "\n]";
    opening = ",\n";
  }
  yield "\n}\n";
}

const cell = (value: unknown): string | number => {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number") return value;
  return value === null || value === undefined ? "" : String(value);
};

async function* writeCsv(owner: Owner, words: OwnWords): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  for (const section of ownSections) {
    yield csvLines([[words.section(section)]]);
    let hasHead = false;
    for await (const rows of collectOwnData(section, owner)) {
      const [first] = rows;
      if (first && !hasHead) yield csvLines([Object.keys(first).map(words.column)]);
      hasHead = true;
      yield csvLines(rows.map((row) => Object.values(row).map(cell)));
    }
    yield csvLines([[""]]);
  }
}
