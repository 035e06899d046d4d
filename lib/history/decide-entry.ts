import { cityDay, monthOf } from "@/lib/shared/city-time";

/** もらった, つかった, 取り消し, 返金, 交換, 交換の取り消し, 退会でなくなった, 統合: what an entry is to the member. */
export const entryKinds = [
  "grant",
  "spend",
  "grant_reversal",
  "refund",
  "exchange",
  "exchange_return",
  "forfeit",
  "merge_out",
  "merge_in",
  "merge_in_reversal",
  "merge_out_reversal",
] as const;
export type EntryKind = (typeof entryKinds)[number];

const gains: ReadonlySet<EntryKind> = new Set(["grant", "refund", "exchange_return", "merge_in", "merge_out_reversal"]);

type Row = { kind: string; points: number };
export type SignedEntry<T> = Omit<T, "kind"> & { kind: EntryKind; change: number };

/** Adds what the entry did to the balance: `change` is signed, `points` stays what was moved. */
export function readEntry<T extends Row>(row: T): SignedEntry<T> {
  const kind = entryKinds.find((known) => known === row.kind);
  if (!kind) throw new Error(`a wallet has a transfer of the unknown kind "${row.kind}"`);
  return { ...row, kind, change: gains.has(kind) ? row.points : -row.points };
}

export type MonthOf<T> = { month: string; entries: T[] };

/** Entries in the order given, under the months ("2026-05") in which they were recorded. */
export function groupByMonth<T extends { recordedAt: Date }>(entries: readonly T[]): MonthOf<T>[] {
  const months: MonthOf<T>[] = [];
  for (const entry of entries) {
    const month = monthOf(cityDay(entry.recordedAt));
    const last = months.at(-1);
    if (last?.month === month) last.entries.push(entry);
    else months.push({ month, entries: [entry] });
  }
  return months;
}
