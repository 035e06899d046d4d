import { and, desc, eq, gte, lt, notInArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { activities, lots, lotUses, programmes, shops, staff, transfers } from "@/db/schema";
import { inCurrentBook } from "@/lib/ledger/current-book";
import { addDays, type CityDay, cityInstant } from "@/lib/shared/city-time";
import { cutPage, isNumber, PAGE_SIZE, readKey } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import { withinScope } from "@/lib/shared/within-scope";

const reversals = alias(transfers, "reversals");

const grant = {
  lotId: lots.id,
  transferId: transfers.publicId,
  happenedAt: transfers.happenedAt,
  programmeId: lots.programmeId,
  programme: programmes.name,
  /** The section that runs the programme. */
  sectionId: programmes.sectionId,
  activityId: lots.activityId,
  activity: activities.title,
  points: lots.points,
  /** Of its own lot, and of those that follow it where points were given back after it had expired. */
  remaining: sql<number>`remaining_of_grant(${transfers.id})`,
  expiresOn: lots.expiresOn,
  /** Points taken back; null where nothing was. */
  reversed: reversals.points,
  /** Whether what is left of it has gone to another wallet with its member's merge. */
  isMerged: sql<boolean>`exists (select from members m where m.account_id = ${transfers.toAccountId} and m.state = 'merged')`,
};

const reversal = {
  reversedAt: reversals.recordedAt,
  reversalReason: reversals.reason,
  reversedBy: staff.name,
};
const isReversedBy = sql`${reversals.actor} = 'staff:' || ${staff.id}`;

export type GrantFilter = {
  programmeId?: string | undefined;
  activityId?: string | undefined;
  on?: CityDay | undefined;
  scope: Scope;
};

/** What was recorded before a day began cannot have happened on it, so the recorded date may be asked too: it has the index. */
const onDay = (day: CityDay) => {
  const start = cityInstant(day);
  const end = cityInstant(addDays(day, 1));
  return and(gte(transfers.recordedAt, start), gte(transfers.happenedAt, start), lt(transfers.happenedAt, end));
};

/** Grants, the latest recorded first, each with what remains of it and what was taken back (points). */
export async function listGrants({ programmeId, activityId, on, scope }: GrantFilter, after?: string) {
  const [lastLot] = readKey(after, [isNumber]) ?? [];
  const rows = await db
    .select(grant)
    .from(lots)
    .innerJoin(transfers, and(eq(transfers.id, lots.transferId), eq(transfers.kind, "grant")))
    .innerJoin(programmes, eq(programmes.id, lots.programmeId))
    .leftJoin(activities, eq(activities.id, lots.activityId))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .where(
      and(
        inCurrentBook,
        withinScope(programmes.sectionId, scope),
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
export async function findGrant(transferId: string, scope: Scope) {
  const [found] = await db
    .select({ ...grant, recordedAt: transfers.recordedAt, fundingSource: lots.fundingSource, ...reversal })
    .from(transfers)
    .innerJoin(lots, eq(lots.transferId, transfers.id))
    .innerJoin(programmes, eq(programmes.id, lots.programmeId))
    .leftJoin(activities, eq(activities.id, lots.activityId))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .leftJoin(staff, isReversedBy)
    .where(
      and(eq(transfers.publicId, transferId), eq(transfers.kind, "grant"), withinScope(programmes.sectionId, scope)),
    );
  return found;
}
export type Grant = NonNullable<Awaited<ReturnType<typeof findGrant>>>;

/** Whether a payment took points of any of these programmes. */
const tookFrom = (which: SQL | undefined): SQL<boolean> => {
  const taken = db
    .select({ lotId: lotUses.lotId })
    .from(lotUses)
    .innerJoin(lots, eq(lots.id, lotUses.lotId))
    .innerJoin(programmes, eq(programmes.id, lots.programmeId))
    .where(and(eq(lotUses.transferId, transfers.id), which));
  return sql<boolean>`exists ${taken}`;
};
const tookFromOutside = (scope: Scope): SQL<boolean> =>
  scope === "everywhere" ? sql<boolean>`false` : tookFrom(notInArray(programmes.sectionId, [...scope]));

/**
 * One payment with its refund, if there is one; undefined for what is no payment, and for one without a point of the scope's programmes.
 * `isShared`: it took points of others' programmes too.
 */
export async function findPayment(transferId: string, scope: Scope) {
  const [found] = await db
    .select({
      transferId: transfers.publicId,
      happenedAt: transfers.happenedAt,
      recordedAt: transfers.recordedAt,
      points: transfers.points,
      shopId: shops.id,
      shop: shops.name,
      isShared: tookFromOutside(scope),
      reversed: reversals.points,
      ...reversal,
    })
    .from(transfers)
    .innerJoin(shops, eq(shops.accountId, transfers.toAccountId))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .leftJoin(staff, isReversedBy)
    .where(
      and(
        eq(transfers.publicId, transferId),
        eq(transfers.kind, "spend"),
        scope === "everywhere" ? undefined : tookFrom(withinScope(programmes.sectionId, scope)),
      ),
    );
  return found;
}
export type Payment = NonNullable<Awaited<ReturnType<typeof findPayment>>>;

/** Grants of one city day: how many, and their points. */
export async function sumGrantsOn(day: CityDay, scope: Scope): Promise<{ count: number; points: number }> {
  const [sum] = await db
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      points: sql<number>`coalesce(sum(${transfers.points}), 0)`.mapWith(Number),
    })
    .from(transfers)
    .innerJoin(programmes, eq(programmes.accountId, transfers.fromAccountId))
    .where(and(eq(transfers.kind, "grant"), onDay(day), withinScope(programmes.sectionId, scope)));
  return sum ?? { count: 0, points: 0 };
}
