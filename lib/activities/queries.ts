import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { activities, codes, domains, lots, programmes, sections, transfers } from "@/db/schema";
import { inCurrentBook } from "@/lib/ledger/current-book";
import { addDays, cityDay, cityInstant } from "@/lib/shared/city-time";
import { atMoment, momentOf } from "@/lib/shared/moment";
import { cutPage, isId, isNumber, PAGE_SIZE, type Page, readKey } from "@/lib/shared/page";
import type { Scope } from "@/lib/shared/scope";
import { withinScope } from "@/lib/shared/within-scope";

/** Activities of the programmes of these sections: who may write the programme may write its activities. */
export const ofProgrammesWithin = (scope: Scope): SQL | undefined =>
  scope === "everywhere"
    ? undefined
    : inArray(
        activities.programmeId,
        db.select({ id: programmes.id }).from(programmes).where(withinScope(programmes.sectionId, scope)),
      );

/** What may be looked at: activities of the sections' programmes, and those that a group within the scope holds; `programmes` is joined. */
const isVisible = (scope: Scope): SQL | undefined =>
  scope === "everywhere"
    ? undefined
    : or(withinScope(programmes.sectionId, scope), withinScope(activities.groupId, scope));

export type ActivityWindow = {
  closesAt: Date;
  cancelledAt: Date | null;
  title: string;
  /** What each reading of its code grants. */
  points: number;
  sectionId: string;
};

/** When an activity's code stops granting, and what it grants; undefined where there is no such activity. */
export async function findActivityWindow(
  database: Database,
  id: string,
  scope: Scope,
): Promise<ActivityWindow | undefined> {
  const [window] = await database
    .select({
      closesAt: activities.closesAt,
      cancelledAt: activities.cancelledAt,
      title: activities.title,
      points: activities.points,
      sectionId: programmes.sectionId,
    })
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(and(eq(activities.id, id), ofProgrammesWithin(scope)));
  return window;
}

export const activityStates = ["coming", "past", "cancelled", "without_code"] as const;
export type ActivityState = (typeof activityStates)[number];

const hasLiveCode = sql<boolean>`exists (select from ${codes} where activity_id = ${activities.id} and revoked_at is null)`;

const inState = (state: ActivityState, at: Date): SQL | undefined => {
  if (state === "cancelled") return sql`${activities.cancelledAt} is not null`;
  if (state === "past") return and(isNull(activities.cancelledAt), lt(activities.closesAt, at));
  const coming = and(isNull(activities.cancelledAt), gte(activities.closesAt, at));
  return state === "coming" ? coming : and(coming, sql`not ${hasLiveCode}`);
};

const summary = {
  id: activities.id,
  title: activities.title,
  programmeId: activities.programmeId,
  programme: programmes.name,
  place: activities.place,
  startsAt: activities.startsAt,
  endsAt: activities.endsAt,
  opensAt: activities.opensAt,
  closesAt: activities.closesAt,
  points: activities.points,
  cancelledAt: activities.cancelledAt,
  hasCode: hasLiveCode,
};

export type ActivityFilter = {
  programmeId?: string | undefined;
  state?: ActivityState | undefined;
  at: Date;
  scope: Scope;
};

/**
 * Activities as of `at`. What is coming stands soonest first, everything else latest first.
 * `without_code`: coming, but nobody can receive its points yet.
 */
export async function listActivities({ programmeId, state, at, scope }: ActivityFilter, after?: string) {
  const key = readKey(after, [isNumber, isId]);
  const isForward = state === "coming" || state === "without_code";
  const place = sql`(${activities.startsAt}, ${activities.id})`;
  const last = key && sql`(${atMoment(key[0])}, ${key[1]}::uuid)`;
  const rows = await db
    .select({ ...summary, moment: momentOf(activities.startsAt) })
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(
      and(
        isVisible(scope),
        programmeId ? eq(activities.programmeId, programmeId) : undefined,
        state && inState(state, at),
        last && (isForward ? gt(place, last) : lt(place, last)),
      ),
    )
    .orderBy(...[activities.startsAt, activities.id].map(isForward ? asc : desc))
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, (row) => [row.moment, row.id]);
}
export type ActivitySummary = Awaited<ReturnType<typeof listActivities>> extends Page<infer Row> ? Row : never;

/** Everything of one activity that its page shows. */
export async function findActivity(id: string, scope: Scope) {
  const [found] = await db
    .select({
      ...summary,
      summary: activities.summary,
      organiser: activities.organiser,
      audience: activities.audience,
      claimLimit: activities.claimLimit,
      /** The section that runs the programme. */
      sectionId: programmes.sectionId,
      groupId: activities.groupId,
      group: sections.name,
    })
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .leftJoin(sections, eq(sections.id, activities.groupId))
    .where(and(eq(activities.id, id), isVisible(scope)));
  return found;
}
export type Activity = NonNullable<Awaited<ReturnType<typeof findActivity>>>;

/** Outside groups (団体) that may hold an activity. */
export const listGroups = () =>
  db
    .select({ id: sections.id, name: sections.name })
    .from(sections)
    .where(eq(sections.kind, "group"))
    .orderBy(asc(sections.name));

/** Whether this is an outside group: it is picked from a list. */
export async function hasGroup(database: Database, id: string): Promise<boolean> {
  const [group] = await database
    .select({ id: sections.id })
    .from(sections)
    .where(and(eq(sections.id, id), eq(sections.kind, "group")));
  return group !== undefined;
}

/** How often and how many points an activity's code has granted, reversed grants included. */
export async function sumActivityGrants(id: string): Promise<{ count: number; points: number }> {
  const [sum] = await db
    .select({
      count: sql<number>`count(*)`.mapWith(Number),
      points: sql<number>`coalesce(sum(${lots.points}), 0)`.mapWith(Number),
    })
    .from(lots)
    .innerJoin(transfers, and(eq(transfers.id, lots.transferId), eq(transfers.kind, "grant")))
    .where(and(eq(lots.activityId, id), inCurrentBook));
  return sum ?? { count: 0, points: 0 };
}

const UPCOMING_DAYS = 7;

/** What can be joined within a week of `at`, what has begun included; first what is over first, so that a season's daily series does not hide a day's event. */
export function listUpcomingActivities(at: Date, limit: number) {
  const weekEnd = cityInstant(addDays(cityDay(at), UPCOMING_DAYS));
  return db
    .select({
      id: activities.id,
      title: activities.title,
      place: activities.place,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      points: activities.points,
      domain: { name: domains.name, icon: domains.icon },
    })
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .innerJoin(domains, eq(domains.id, programmes.domainId))
    .where(and(isNull(activities.cancelledAt), gt(activities.endsAt, at), lt(activities.startsAt, weekEnd)))
    .orderBy(asc(activities.endsAt), asc(activities.id))
    .limit(limit);
}
