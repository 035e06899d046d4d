import { and, desc, eq, inArray, lt, ne, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias, type PgColumn, unionAll } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import {
  accounts,
  activities,
  lots,
  members,
  programmes,
  receiptNumbers,
  rewardExchanges,
  rewardItems,
  shops,
  transfers,
} from "@/db/schema";
import { openField } from "@/lib/open-field";
import { readEntry } from "./decide-entry";
import { listAccounts, type OwnAccount } from "./list-accounts";

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
  actor: transfers.actor,
};

/** One side of an account's transfers, newest first: exactly one index scan, cut off at the page's length. */
const side = (column: PgColumn, { accountId, number }: OwnAccount, further: SQL | undefined, limit: number) =>
  db
    .select({
      ...own,
      mergedNumber: sql<string | null>`${number}::text`.as("merged_number"),
      ownAccountId: sql<number>`${accountId}::bigint`.as("own_account_id"),
    })
    .from(transfers)
    .where(and(eq(column, accountId), further))
    .orderBy(desc(transfers.id))
    .limit(limit);

const original = alias(transfers, "original");
const reversal = alias(transfers, "reversal");
const counterpart = alias(accounts, "counterpart");
const agents = alias(members, "agents");

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
  agentNickname: agents.nicknameEncrypted,
  agentNumber: agents.number,
  original: { transferId: original.publicId, happenedAt: original.happenedAt },
  reversal: {
    transferId: reversal.publicId,
    points: reversal.points,
    happenedAt: reversal.happenedAt,
    reason: reversal.reason,
  },
};

const agentOf = (actor: SQLWrapper) =>
  sql`case when ${actor} ~ '^member:[0-9a-f-]{36}$' then substring(${actor} from 8)::uuid end`;

/** What a row shows; its names are those of the transfer itself, or of the one that it reverses, and the reversal that followed it. */
function withNames(page: ReturnType<typeof pageOf>) {
  const { publicId: transferId, kind, points, happenedAt, recordedAt, balanceAfter, reason, mergedNumber } = page;
  const isOther = and(
    sql`${counterpart.id} in (${page.fromAccountId}, ${page.toAccountId})`,
    ne(counterpart.kind, "member"),
  );
  const named = sql`coalesce(${page.reversesId}, ${page.id})`;
  return db
    .select({ transferId, kind, points, happenedAt, recordedAt, balanceAfter, reason, mergedNumber, ...names })
    .from(page)
    .innerJoin(counterpart, isOther)
    .leftJoin(agents, and(eq(agents.id, agentOf(page.actor)), ne(agents.accountId, page.ownAccountId)))
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

function pageOf([first, ...others]: OwnAccount[], further: SQL | undefined, limit: number) {
  if (!first) throw new Error("a member has no account");
  const sides = (account: OwnAccount) => [
    side(transfers.fromAccountId, account, further, limit),
    side(transfers.toAccountId, account, further, limit),
  ];
  const paid = side(transfers.fromAccountId, first, further, limit);
  const received = side(transfers.toAccountId, first, further, limit);
  return unionAll(paid, received, ...others.flatMap(sides))
    .orderBy(sql`id desc`)
    .limit(limit)
    .as("page");
}

type Shown = Awaited<ReturnType<typeof withNames>>[number];

/** `agent`: who acted for the member, as they are known: a nickname, or a number. */
const openEntry = ({ agentNickname, agentNumber, ...row }: Shown) =>
  readEntry({ ...row, agent: openField(agentNickname) ?? agentNumber });

const isOf = (accounts: OwnAccount[]) => {
  const ids = accounts.map(({ accountId }) => accountId);
  return or(inArray(transfers.fromAccountId, ids), inArray(transfers.toAccountId, ids));
};

/**
 * A member's entries in recorded order, newest first, `PAGE_SIZE` at most; `before` is the last entry of the page before, and one that is
 * not this member's gives an empty page. `next` is what to ask for after this page. Entries of a membership that was merged into this one are
 * there too, with its `mergedNumber`: their balances are those of that wallet.
 */
export async function listHistory(accountId: number, before?: string) {
  const accounts = await listAccounts(accountId);
  const key = db
    .select({ id: transfers.id })
    .from(transfers)
    .where(and(eq(transfers.publicId, before ?? ""), isOf(accounts)));
  const page = pageOf(accounts, before ? lt(transfers.id, sql`(${key})`) : undefined, PAGE_SIZE + 1);
  const rows = await withNames(page).orderBy(desc(page.id));
  const entries = rows.slice(0, PAGE_SIZE).map(openEntry);
  return { entries, next: rows.length > PAGE_SIZE ? entries.at(-1)?.transferId : undefined };
}

/** One of this member's entries; undefined for an unknown id and for anybody else's. */
export async function findReceipt(transferId: string, accountId: number) {
  const page = pageOf(await listAccounts(accountId), eq(transfers.publicId, transferId), 1);
  const [row] = await withNames(page);
  return row && openEntry(row);
}
export type HistoryEntry = Awaited<ReturnType<typeof listHistory>>["entries"][number];
