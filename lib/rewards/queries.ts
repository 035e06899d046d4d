import { and, asc, desc, eq, gt, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, db } from "@/db/client";
import { members, rewardExchanges, rewardItems, sections, staff, transfers, wallets } from "@/db/schema";
import { inCurrentBook } from "@/lib/ledger/current-book";
import { cutPage, isId, isNumber, isText, PAGE_SIZE, readKey } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import { withinScope } from "@/lib/shared/within-scope";

/** What lies outside of where somebody works is as if it were not there. */
const within = (scope: Scope) => withinScope(rewardItems.sectionId, scope);

/** Pieces handed over and not given back. */
const exchanged = sql<number>`(select coalesce(sum(e.pieces), 0) from ${rewardExchanges} e
  where e.item_id = ${rewardItems.id} and e.transfer_id in (select id from ${transfers} o where o.to_account_id = ${rewardItems.accountId})
    and not exists (select from ${transfers} r where r.reverses_id = e.transfer_id))`.mapWith(Number);

const row = {
  id: rewardItems.id,
  name: rewardItems.name,
  section: sections.name,
  points: rewardItems.points,
  stock: rewardItems.stock,
  closedAt: rewardItems.closedAt,
  exchanged,
};

export const rewardStates = ["open", "closed"] as const;
export type RewardState = (typeof rewardStates)[number];

/** Items by name, each with what is left and what was handed over so far (pieces). */
export async function listRewards({ scope, state }: { scope: Scope; state?: RewardState | undefined }, after?: string) {
  const key = readKey(after, [isText, isId]);
  const rows = await db
    .select(row)
    .from(rewardItems)
    .innerJoin(sections, eq(sections.id, rewardItems.sectionId))
    .where(
      and(
        within(scope),
        state && (state === "open" ? isNull(rewardItems.closedAt) : isNotNull(rewardItems.closedAt)),
        key && sql`(${rewardItems.name}, ${rewardItems.id}) > (${key[0]}, ${key[1]}::uuid)`,
      ),
    )
    .orderBy(asc(rewardItems.name), asc(rewardItems.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, ({ name, id }) => [name, id]);
}
export type RewardRow = Awaited<ReturnType<typeof listRewards>>["rows"][number];

/** Everything of one item that its page shows. */
export async function findReward(id: string, scope: Scope) {
  const [found] = await db
    .select({ ...row, summary: rewardItems.summary })
    .from(rewardItems)
    .innerJoin(sections, eq(sections.id, rewardItems.sectionId))
    .where(and(eq(rewardItems.id, id), within(scope)));
  return found;
}
export type Reward = NonNullable<Awaited<ReturnType<typeof findReward>>>;

/** What can be handed over now, by name; `points` for one piece. */
export const listRewardsOnHand = (scope: Scope) =>
  db
    .select({ id: rewardItems.id, name: rewardItems.name, points: rewardItems.points, stock: rewardItems.stock })
    .from(rewardItems)
    .where(and(within(scope), isNull(rewardItems.closedAt), gt(rewardItems.stock, 0)))
    .orderBy(asc(rewardItems.name), asc(rewardItems.id));

/** Locks an item for its change; undefined outside of the scope. */
export async function lockReward(tx: Database, id: string, scope: Scope) {
  const [found] = await tx
    .select()
    .from(rewardItems)
    .where(and(eq(rewardItems.id, id), within(scope)))
    .for("update");
  return found;
}

const returns = alias(transfers, "returns");

const exchange = {
  number: transfers.id,
  transferId: transfers.publicId,
  happenedAt: transfers.happenedAt,
  points: transfers.points,
  pieces: rewardExchanges.pieces,
  by: staff.name,
  returnedAt: returns.recordedAt,
  returnReason: returns.reason,
};
const isBy = sql`${transfers.actor} = 'staff:' || ${staff.id}`;

/** The exchanges of an item, the latest first; who received is for the members' pages to say. */
export async function listExchanges(itemId: string, after?: string) {
  const [last] = readKey(after, [isNumber]) ?? [];
  const rows = await db
    .select(exchange)
    .from(rewardExchanges)
    .innerJoin(transfers, eq(transfers.id, rewardExchanges.transferId))
    .leftJoin(returns, eq(returns.reversesId, transfers.id))
    .leftJoin(staff, isBy)
    .where(
      and(
        inCurrentBook,
        eq(rewardExchanges.itemId, itemId),
        last ? lt(rewardExchanges.transferId, Number(last)) : undefined,
      ),
    )
    .orderBy(desc(rewardExchanges.transferId))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, ({ number }) => [number]);
}
export type ExchangeRow = Awaited<ReturnType<typeof listExchanges>>["rows"][number];

/** One exchange with its return, if there is one, and what its member has now (points); undefined outside of the scope and for what is no exchange. */
export async function findExchange(transferId: string, scope: Scope) {
  const [found] = await db
    .select({
      ...exchange,
      itemId: rewardItems.id,
      item: rewardItems.name,
      sectionId: rewardItems.sectionId,
      memberId: members.id,
      balance: wallets.balance,
    })
    .from(transfers)
    .innerJoin(rewardExchanges, eq(rewardExchanges.transferId, transfers.id))
    .innerJoin(rewardItems, eq(rewardItems.id, rewardExchanges.itemId))
    .innerJoin(members, eq(members.accountId, transfers.fromAccountId))
    .innerJoin(wallets, eq(wallets.accountId, transfers.fromAccountId))
    .leftJoin(returns, eq(returns.reversesId, transfers.id))
    .leftJoin(staff, isBy)
    .where(and(eq(transfers.publicId, transferId), within(scope)));
  return found;
}
export type Exchange = NonNullable<Awaited<ReturnType<typeof findExchange>>>;

/** All that an exchange is decided from; `recordedPieces` where this event was posted already. Undefined outside of the scope. */
export async function findExchangeFacts(
  eventKey: string,
  itemId: string,
  { memberId, scope }: { memberId: string; scope: Scope },
) {
  const [found] = await db
    .select({
      name: rewardItems.name,
      points: rewardItems.points,
      stock: rewardItems.stock,
      closedAt: rewardItems.closedAt,
      rewardAccountId: rewardItems.accountId,
      memberAccountId: members.accountId,
      recordedPieces: rewardExchanges.pieces,
    })
    .from(rewardItems)
    .innerJoin(members, eq(members.id, memberId))
    .leftJoin(transfers, and(eq(transfers.eventKey, eventKey), inCurrentBook))
    .leftJoin(rewardExchanges, eq(rewardExchanges.transferId, transfers.id))
    .where(and(eq(rewardItems.id, itemId), within(scope)));
  return found && { ...found, eventKey };
}
export type ExchangeFacts = NonNullable<Awaited<ReturnType<typeof findExchangeFacts>>>;

/** Sections for which goods may be kept: those of the scope. */
export const listRewardSections = (scope: Scope) =>
  db
    .select({ id: sections.id, name: sections.name })
    .from(sections)
    .where(and(eq(sections.kind, "section"), withinScope(sections.id, scope)))
    .orderBy(asc(sections.name));

export const hasSection = async (sectionId: string, scope: Scope): Promise<boolean> =>
  (await listRewardSections(scope)).some(({ id }) => id === sectionId);
