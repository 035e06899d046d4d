import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { activities, lots, openLots, programmes, shops, staff, transfers } from "@/db/schema";
import { addDays, type CityDay, cityInstant } from "@/lib/shared/city-time";
import { cutPage, isNumber, PAGE_SIZE, readKey } from "@/lib/shared/page";

const reversals = alias(transfers, "reversals");

const grant = {
  lotId: lots.id,
  transferId: transfers.publicId,
  happenedAt: transfers.happenedAt,
  programmeId: lots.programmeId,
  programme: programmes.name,
  activityId: lots.activityId,
  activity: activities.title,
  points: lots.points,
  /** Nothing is kept of a lot that is used up. */
  remaining: sql<number>`coalesce(${openLots.remaining}, 0)`,
  expiresOn: lots.expiresOn,
  /** Points taken back; null where nothing was. */
  reversed: reversals.points,
};

const reversal = {
  reversedAt: reversals.recordedAt,
  reversalReason: reversals.reason,
  reversedBy: staff.name,
};
/** By the whole of its key, which begins with the account. */
const isLeftOf = and(
  eq(openLots.accountId, lots.accountId),
  eq(openLots.expiresOn, lots.expiresOn),
  eq(openLots.isGeneral, sql`(${lots.purse} = 'general')`),
  eq(openLots.lotId, lots.id),
);
const isReversedBy = sql`${reversals.actor} = 'staff:' || ${staff.id}`;

export type GrantFilter = {
  programmeId?: string | undefined;
  activityId?: string | undefined;
  on?: CityDay | undefined;
};

/** What was recorded before a day began cannot have happened on it, so the recorded date may be asked too: it has the index. */
const onDay = (day: CityDay) => {
  const start = cityInstant(day);
  const end = cityInstant(addDays(day, 1));
  return and(gte(transfers.recordedAt, start), gte(transfers.happenedAt, start), lt(transfers.happenedAt, end));
};

/** Grants, the latest recorded first, each with what remains of it and what was taken back (points). */
export async function listGrants({ programmeId, activityId, on }: GrantFilter, after?: string) {
  const [lastLot] = readKey(after, [isNumber]) ?? [];
  const rows = await db
    .select(grant)
    .from(lots)
    .innerJoin(transfers, and(eq(transfers.id, lots.transferId), eq(transfers.kind, "grant")))
    .innerJoin(programmes, eq(programmes.id, lots.programmeId))
    .leftJoin(openLots, isLeftOf)
    .leftJoin(activities, eq(activities.id, lots.activityId))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .where(
      and(
        programmeId ? eq(lots.programmeId, programmeId) : undefined,
        activityId ? eq(lots.activityId, activityId) : undefined,
        on ? onDay(on) : undefined,
        lastLot ? lt(lots.id, Number(lastLot)) : undefined,
      ),
    )
    .orderBy(desc(lots.id))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, (row) => [row.lotId]);
}
export type GrantRow = Awaited<ReturnType<typeof listGrants>>["rows"][number];

/** One grant with its correction, if there is one; undefined for what is no grant. */
export async function findGrant(transferId: string) {
  const [found] = await db
    .select({ ...grant, recordedAt: transfers.recordedAt, fundingSource: lots.fundingSource, ...reversal })
    .from(transfers)
    .innerJoin(lots, eq(lots.transferId, transfers.id))
    .innerJoin(programmes, eq(programmes.id, lots.programmeId))
    .leftJoin(openLots, isLeftOf)
    .leftJoin(activities, eq(activities.id, lots.activityId))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .leftJoin(staff, isReversedBy)
    .where(and(eq(transfers.publicId, transferId), eq(transfers.kind, "grant")));
  return found;
}
export type Grant = NonNullable<Awaited<ReturnType<typeof findGrant>>>;

/** One payment with its refund, if there is one; undefined for what is no payment. */
export async function findPayment(transferId: string) {
  const [found] = await db
    .select({
      transferId: transfers.publicId,
      happenedAt: transfers.happenedAt,
      recordedAt: transfers.recordedAt,
      points: transfers.points,
      shopId: shops.id,
      shop: shops.name,
      reversed: reversals.points,
      ...reversal,
    })
    .from(transfers)
    .innerJoin(shops, eq(shops.accountId, transfers.toAccountId))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .leftJoin(staff, isReversedBy)
    .where(and(eq(transfers.publicId, transferId), eq(transfers.kind, "spend")));
  return found;
}
export type Payment = NonNullable<Awaited<ReturnType<typeof findPayment>>>;

/** Grants of one city day: how many, and their points. */
export async function sumGrantsOn(day: CityDay): Promise<{ count: number; points: number }> {
  const [sum] = await db
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      points: sql<number>`coalesce(sum(${transfers.points}), 0)`.mapWith(Number),
    })
    .from(transfers)
    .where(and(eq(transfers.kind, "grant"), onDay(day)));
  return sum ?? { count: 0, points: 0 };
}
