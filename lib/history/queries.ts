import { and, desc, eq, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn, unionAll } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import {
  accounts,
  activities,
  lots,
  programmes,
  receiptNumbers,
  rewardExchanges,
  rewardItems,
  shops,
  transfers,
} from "@/db/schema";
import { readEntry } from "./decide-entry";

/** Rows of one page of the history. */
export const PAGE_SIZE = 30;

const own = {
  id: transfers.id,
  publicId: transfers.publicId,
  kind: transfers.kind,
  fromAccountId: transfers.fromAccountId,
  toAccountId: transfers.toAccountId,
  points: transfers.points,
  happenedAt: transfers.happenedAt,
  recordedAt: transfers.recordedAt,
  balanceAfter: transfers.balanceAfter,
  reversesId: transfers.reversesId,
  reason: transfers.reason,
};

/** One side of an account's transfers, newest first: exactly one index scan, cut off at the page's length. */
const side = (account: PgColumn, accountId: number, further: SQL | undefined, limit: number) =>
  db
    .select(own)
    .from(transfers)
    .where(and(eq(account, accountId), further))
    .orderBy(desc(transfers.id))
    .limit(limit);

const original = alias(transfers, "original");
const reversal = alias(transfers, "reversal");
const counterpart = alias(accounts, "counterpart");

const names = {
  activity: activities.title,
  programme: programmes.name,
  shop: shops.name,
  shopId: shops.id,
  shopAddress: shops.address,
  reward: rewardItems.name,
  pieces: rewardExchanges.pieces,
  expiresOn: lots.expiresOn,
  receiptNumber: receiptNumbers.number,
  original: { transferId: original.publicId, happenedAt: original.happenedAt },
  reversal: {
    transferId: reversal.publicId,
    points: reversal.points,
    happenedAt: reversal.happenedAt,
    reason: reversal.reason,
  },
};

/** What a row shows; its names are those of the transfer itself, or of the one that it reverses, and the reversal that followed it. */
function withNames(page: ReturnType<typeof pageOf>) {
  const { publicId: transferId, kind, points, happenedAt, recordedAt, balanceAfter, reason } = page;
  const isOther = and(
    sql`${counterpart.id} in (${page.fromAccountId}, ${page.toAccountId})`,
    ne(counterpart.kind, "member"),
  );
  const named = sql`coalesce(${page.reversesId}, ${page.id})`;
  return db
    .select({ transferId, kind, points, happenedAt, recordedAt, balanceAfter, reason, ...names })
    .from(page)
    .innerJoin(counterpart, isOther)
    .leftJoin(original, eq(original.id, page.reversesId))
    .leftJoin(reversal, eq(reversal.reversesId, page.id))
    .leftJoin(lots, and(eq(lots.transferId, named), inArray(page.kind, ["grant", "grant_reversal"])))
    .leftJoin(activities, eq(activities.id, lots.activityId))
    .leftJoin(programmes, eq(programmes.accountId, counterpart.id))
    .leftJoin(shops, eq(shops.accountId, counterpart.id))
    .leftJoin(rewardItems, eq(rewardItems.accountId, counterpart.id))
    .leftJoin(rewardExchanges, eq(rewardExchanges.transferId, named))
    .leftJoin(receiptNumbers, eq(receiptNumbers.transferId, named));
}

const pageOf = (accountId: number, further: SQL | undefined, limit: number) =>
  unionAll(
    side(transfers.fromAccountId, accountId, further, limit),
    side(transfers.toAccountId, accountId, further, limit),
  )
    .orderBy(sql`id desc`)
    .limit(limit)
    .as("page");

/**
 * A member's entries in recorded order, newest first, `PAGE_SIZE` at most; `before` is the last entry of the page before, and one that is
 * not this member's gives an empty page. `next` is what to ask for after this page.
 */
export async function listHistory(accountId: number, before?: string) {
  const key = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(
      and(
        eq(transfers.publicId, before ?? ""),
        or(eq(transfers.fromAccountId, accountId), eq(transfers.toAccountId, accountId)),
      ),
    );
  const page = pageOf(accountId, before ? lt(transfers.id, sql`(${key})`) : undefined, PAGE_SIZE + 1);
  const rows = await withNames(page).orderBy(desc(page.id));
  const entries = rows.slice(0, PAGE_SIZE).map(readEntry);
  return { entries, next: rows.length > PAGE_SIZE ? entries.at(-1)?.transferId : undefined };
}

/** One of this member's entries; undefined for an unknown id and for anybody else's. */
export async function findReceipt(transferId: string, accountId: number) {
  const page = pageOf(accountId, eq(transfers.publicId, transferId), 1);
  const [row] = await withNames(page);
  return row && readEntry(row);
}
export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>["entries"][number];
