import type { Sql } from "postgres";
import { newId } from "@/lib/shared/ids";
import { type Owner, openSmallWorld } from "./open-world";
import { grant, merge, posted, undoMerge } from "./post";

/** The record of a merge that the ledger has made, as a member's own joining of a card would leave it. */
export async function recordMerge(admin: Sql, merged: { id: string; from: Owner; into: Owner; points: number }) {
  const { id, from, into, points } = merged;
  await admin`insert into member_merges (id, from_member_id, into_member_id, account_id, points, moved, merged_at)
    select ${id}, ${from.id}, ${into.id}, a.id, ${points}, '{}', now() from accounts a where a.kind = 'merge' and a.owner_id = ${id}`;
}

/** A wallet with 60 points merged into one with 40, and undone; numbers of the rows that it left. */
export async function undoneMerge(admin: Sql) {
  const { member: from, other: into, programme } = await openSmallWorld(admin, 1_000);
  const id = newId();
  await posted(grant(admin, { to: from, of: programme, points: 60 }));
  await posted(grant(admin, { to: into, of: programme, points: 40 }));
  await posted(merge(admin, { from, into, id }));
  await recordMerge(admin, { id, from, into, points: 60 });
  await posted(undoMerge(admin, id));
  const [row] = await admin<Record<"account" | "gave" | "lot" | "home" | "back", string>[]>`
    select t.from_account_id as account, t.id as gave, l.id as lot, l.origin_lot_id as home, back.id as back
      from transfers t join lots l on l.transfer_id = t.id join transfers back on back.reverses_id = t.id
     where t.event_key = ${`merge_in:${id}`}`;
  const number = (name: keyof NonNullable<typeof row>) => Number(row?.[name]);
  return {
    ...{ id, account: number("account"), gave: number("gave"), lot: number("lot") },
    ...{ home: number("home"), back: number("back") },
  };
}
