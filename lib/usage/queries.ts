import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { lots, lotUses, programmes, receiptNumbers, shops, transfers } from "@/db/schema";
import { addDays, cityInstant, isCityDay } from "@/lib/shared/city-time";
import { atMoment, momentOf } from "@/lib/shared/moment";
import { cutPage, isId, isNumber, isText, PAGE_SIZE, readKey } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import { withinScope } from "@/lib/shared/within-scope";
import type { Period } from "./decide-period";

/** Whose payments: of one shop, with points of one programme, or all; of the sections' programmes only. */
export type UsageScope = {
  period: Period;
  shopId?: string | undefined;
  programmeId?: string | undefined;
  sections: Scope;
};

/** A page of a report: after which key, and of how many rows. */
export type PageOf = { after?: string | undefined; size?: number };

// Kinds stand here as literals, not as parameters: else the partial index of payments is not used.
const isEntry = sql`${transfers.kind} in ('spend', 'refund')`;
const isPayment = sql`${transfers.kind} = 'spend'`;
const isRefund = sql`${transfers.kind} = 'refund'`;
const ofShop = sql`${shops.accountId} = case when ${isPayment} then ${transfers.toAccountId} else ${transfers.fromAccountId} end`;

/** Which programmes' points count; undefined: all. */
function isCounted({ programmeId, sections }: UsageScope): SQL | undefined {
  const one = programmeId ? sql`l.programme_id = ${programmeId}` : undefined;
  const own = withinScope(programmes.sectionId, sections);
  return and(one, own && sql`l.programme_id in (select id from ${programmes} where ${own})`);
}

/** What of an entry came from these programmes; a refund into a lot that had expired made a lot of its own. */
const partOf = (which: SQL) => sql`(
  coalesce((select sum(abs(u.points)) from ${lotUses} u join ${lots} l on l.id = u.lot_id
    where u.transfer_id = ${transfers.id} and ${which}), 0)
  + coalesce((select sum(l.points) from ${lots} l where l.transfer_id = ${transfers.id} and ${which}), 0))`;

/** Points of an entry within the scope. */
function amountIn(scope: UsageScope): SQL {
  const which = isCounted(scope);
  return which ? partOf(which) : sql`${transfers.points}`;
}

/** By the day it happened, not the day it was recorded (law 10). */
function within(scope: UsageScope): SQL | undefined {
  const which = isCounted(scope);
  return and(
    isEntry,
    gte(transfers.happenedAt, cityInstant(scope.period.from)),
    lt(transfers.happenedAt, cityInstant(addDays(scope.period.to, 1))),
    scope.shopId ? eq(shops.id, scope.shopId) : undefined,
    which && sql`${partOf(which)} > 0`,
  );
}

const number = (of: SQL) => sql<number>`coalesce(${of}, 0)`.mapWith(Number);

/** Payments and what was given back of any: how many, and their points, both positive. */
const figures = (
  amount: SQL,
  { entry, kind }: { entry: SQL; kind: SQL } = { entry: sql`*`, kind: sql`${transfers.kind}` },
) => ({
  payments: number(sql`count(${entry}) filter (where ${kind} = 'spend')`),
  points: number(sql`sum(${amount}) filter (where ${kind} = 'spend')`),
  refunds: number(sql`count(${entry}) filter (where ${kind} = 'refund')`),
  refunded: number(sql`sum(${amount}) filter (where ${kind} = 'refund')`),
});
export type UsageFigures = { payments: number; points: number; refunds: number; refunded: number };

/** The totals of a report. */
export async function sumUsage(scope: UsageScope): Promise<UsageFigures> {
  const [sum] = await db
    .select(figures(amountIn(scope)))
    .from(transfers)
    .innerJoin(shops, ofShop)
    .where(within(scope));
  return sum ?? { payments: 0, points: 0, refunds: 0, refunded: 0 };
}

/** Shops that took or gave back points, in the order of their readings. */
export async function listUsageByShop(scope: UsageScope, { after, size = PAGE_SIZE }: PageOf = {}) {
  const key = readKey(after, [isText, isId]);
  const rows = await db
    .select({ id: shops.id, name: shops.name, nameKana: shops.nameKana, ...figures(amountIn(scope)) })
    .from(transfers)
    .innerJoin(shops, ofShop)
    .where(and(within(scope), key && sql`(${shops.nameKana}, ${shops.id}) > (${key[0]}, ${key[1]}::uuid)`))
    .groupBy(shops.id)
    .orderBy(asc(shops.nameKana), asc(shops.id))
    .limit(size + 1);
  return cutPage(rows, size, (row) => [row.nameKana, row.id]);
}

/** City days with payments or refunds, the latest first. */
export async function listUsageByDay(scope: UsageScope, { after, size = PAGE_SIZE }: PageOf = {}) {
  const [before] = readKey(after, [isCityDay]) ?? [];
  const day = sql<string>`city_day(${transfers.happenedAt})::text`;
  const rows = await db
    .select({ day, ...figures(amountIn(scope)) })
    .from(transfers)
    .innerJoin(shops, ofShop)
    .where(and(within(scope), before ? lt(transfers.happenedAt, cityInstant(before)) : undefined))
    .groupBy(day)
    .orderBy(desc(day))
    .limit(size + 1);
  return cutPage(rows, size, (row) => [row.day]);
}

/** What each entry took from, or gave back to, each programme. */
function programmeParts(scope: UsageScope) {
  const part = (points: SQL) => ({
    id: transfers.id,
    kind: transfers.kind,
    programmeId: lots.programmeId,
    part: sql<number>`${points}`.as("part"),
  });
  const used = db
    .select(part(sql`abs(${lotUses.points})`))
    .from(transfers)
    .innerJoin(shops, ofShop)
    .innerJoin(lotUses, eq(lotUses.transferId, transfers.id))
    .innerJoin(lots, eq(lots.id, lotUses.lotId))
    .where(within(scope));
  const madeAnew = db
    .select(part(sql`${lots.points}`))
    .from(transfers)
    .innerJoin(shops, ofShop)
    .innerJoin(lots, eq(lots.transferId, transfers.id))
    .where(within(scope));
  return used.unionAll(madeAnew).as("parts");
}

/** Programmes whose points were used. A payment with points of two programmes counts in both. */
export async function listUsageByProgramme(scope: UsageScope, { after, size = PAGE_SIZE }: PageOf = {}) {
  const key = readKey(after, [isText, isId]);
  const parts = programmeParts(scope);
  const rows = await db
    .select({
      id: programmes.id,
      name: programmes.name,
      ...figures(sql`${parts.part}`, { entry: sql`distinct ${parts.id}`, kind: sql`${parts.kind}` }),
    })
    .from(parts)
    .innerJoin(programmes, eq(programmes.id, parts.programmeId))
    .where(
      and(
        scope.programmeId ? eq(programmes.id, scope.programmeId) : undefined,
        withinScope(programmes.sectionId, scope.sections),
        key && sql`(${programmes.name}, ${programmes.id}) > (${key[0]}, ${key[1]}::uuid)`,
      ),
    )
    .groupBy(programmes.id)
    .orderBy(asc(programmes.name), asc(programmes.id))
    .limit(size + 1);
  return cutPage(rows, size, (row) => [row.name, row.id]);
}

const reversals = alias(transfers, "reversals");
const originals = alias(transfers, "originals");

/** Payments and refunds one by one, the latest first; `paymentId` is the payment itself or the one that a refund gives back. */
export async function listPayments(scope: UsageScope, { after, size = PAGE_SIZE }: PageOf = {}) {
  const key = readKey(after, [isNumber, isNumber]);
  const last = key && sql`(${atMoment(key[0])}, ${key[1]}::bigint)`;
  const rows = await db
    .select({
      id: transfers.id,
      moment: momentOf(transfers.happenedAt),
      transferId: transfers.publicId,
      paymentId: sql<string>`coalesce(${originals.publicId}, ${transfers.publicId})`,
      isRefund: sql<boolean>`${isRefund}`,
      happenedAt: transfers.happenedAt,
      shopId: shops.id,
      shop: shops.name,
      points: number(amountIn(scope)),
      receiptNumber: receiptNumbers.number,
      reversed: reversals.points,
    })
    .from(transfers)
    .innerJoin(shops, ofShop)
    .leftJoin(originals, eq(originals.id, transfers.reversesId))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .leftJoin(receiptNumbers, eq(receiptNumbers.transferId, transfers.id))
    .where(and(within(scope), last && sql`(${transfers.happenedAt}, ${transfers.id}) < ${last}`))
    .orderBy(desc(transfers.happenedAt), desc(transfers.id))
    .limit(size + 1);
  return cutPage(rows, size, (row) => [row.moment, row.id]);
}
export type PaymentRow = Awaited<ReturnType<typeof listPayments>>["rows"][number];
