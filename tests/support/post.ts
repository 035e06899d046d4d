import type { PendingQuery, Row } from "postgres";
import { findPostingRefusal } from "@/lib/ledger/decide-refusal";
import { newId } from "@/lib/shared/ids";
import type { Connection, Owner } from "./open-world";

export type Posted = { id: string; points: number; balance: number };
/** What a posting function answered: the transfer, or the reason of its refusal. */
export type Answer = Posted | { refused: string };

export const isPosted = (answer: Answer): answer is Posted => "id" in answer;

async function answerOf(call: PendingQuery<Row[]>): Promise<Answer> {
  try {
    const [row] = await call;
    return { id: row?.public_id, points: row?.points, balance: row?.balance_after };
  } catch (thrown) {
    const refused = findPostingRefusal(thrown);
    if (refused) return { refused };
    throw thrown;
  }
}

export type Grant = {
  to: Owner;
  of: Owner;
  points: number;
  key?: string;
  expiresOn?: string;
  happenedAt?: Date;
};

export const grant = (
  sql: Connection,
  { to, of, points, key = newId(), expiresOn = "2099-03-31", happenedAt }: Grant,
) =>
  answerOf(sql`select public_id, points, balance_after from post_grant(${newId()}, ${key}, ${to.account}, ${of.id}, ${points},
    ${expiresOn}, null, null, coalesce(${happenedAt ?? null}::timestamptz, city_now()), ${`member:${to.id}`})`);

export type Spend = { from: Owner; at: Owner; points: number; key?: string };

export const spend = (sql: Connection, { from, at, points, key = newId() }: Spend) =>
  answerOf(sql`select public_id, points, balance_after from post_spend(${newId()}, ${key}, ${from.account}, ${at.account},
    ${points}, city_now(), ${`member:${from.id}`})`);

export type Reversal = { of: string; points?: number | null; key?: string; graceDays?: number };

export const reverse = (sql: Connection, { of, points = null, key = `reverse:${of}`, graceDays = 30 }: Reversal) =>
  answerOf(sql`select public_id, points, balance_after from reverse_transfer(${newId()}, ${key}, ${of}, ${points},
    'staff:test', '訂正', ${graceDays})`);

type Between = { from: Owner; into: Owner; id: string };

export const merge = (sql: Connection, { from, into, id }: Between) =>
  answerOf(sql`select public_id, points, balance_after from post_merge(${newId()}, ${newId()}, ${id}, ${from.account}, ${into.account},
    'staff:test')`);

export const undoMerge = (sql: Connection, id: string) =>
  answerOf(
    sql`select public_id, points, balance_after from undo_merge(${newId()}, ${newId()}, ${id}, 'staff:test', '取り消し', 30)`,
  );

export async function quote(
  sql: Connection,
  { from, at, points, lifetime = "3 minutes" }: { from: Owner; at: Owner; points: number; lifetime?: string },
): Promise<string> {
  const id = newId();
  await sql`select id from open_quote(${id}, ${from.id}, ${at.id}, ${points}, ${lifetime}::interval)`;
  return id;
}

export const confirm = (sql: Connection, { quoteId, by }: { quoteId: string; by: Owner }) =>
  answerOf(sql`select public_id, points, balance_after from confirm_quote(${quoteId}, ${by.id}, ${newId()})`);

/** The posted transfer, or an error with the reason: for what a test takes for granted. */
export async function posted(answer: Promise<Answer>): Promise<Posted> {
  const settled = await answer;
  if (!isPosted(settled)) throw new Error(`refused: ${settled.refused}`);
  return settled;
}

export const refusalOf = async (answer: Promise<Answer>): Promise<string | undefined> => {
  const settled = await answer;
  return isPosted(settled) ? undefined : settled.refused;
};
