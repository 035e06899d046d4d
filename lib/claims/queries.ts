import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { activities, codes, domains, members, programmes, sections, transfers } from "@/db/schema";
import { inCurrentBook } from "@/lib/ledger/current-book";
import { cityDay } from "@/lib/shared/city-time";
import { hashSecret } from "@/lib/shared/keyed-hash";
import type { Scope } from "@/lib/shared/scope";
import { withinScope } from "@/lib/shared/within-scope";

const terms = {
  cancelledAt: activities.cancelledAt,
  opensAt: activities.opensAt,
  closesAt: activities.closesAt,
  points: activities.points,
  claimLimit: activities.claimLimit,
  startsOn: programmes.startsOn,
  endsOn: programmes.endsOn,
  expiryKind: programmes.expiryKind,
  expiryCount: programmes.expiryCount,
  expiryOn: programmes.expiryOn,
};

/**
 * The transfer of this event in the current book, if any: what was received in a test was not received, and what a membership that was merged
 * into this one has received was. The keys are those that `claimEventKey` makes, so that facts and first receipt are one round trip.
 */
function receivedBy(memberId: unknown, today: unknown) {
  const period = sql`case ${activities.claimLimit} when 'daily' then ${today}::text else 'all' end`;
  const keys = sql`array(select 'claim:' || ${activities.id} || ':' || who || ':' || ${period} from same_person(${memberId}::uuid) who)`;
  return db
    .select({ transferId: transfers.publicId, points: transfers.points, receivedAt: transfers.recordedAt })
    .from(transfers)
    .where(and(sql`${transfers.eventKey} = any(${keys})`, inCurrentBook))
    .orderBy(transfers.recordedAt)
    .limit(1)
    .as("received");
}
const fields = ({ transferId, points, receivedAt }: ReturnType<typeof receivedBy>) => ({
  transferId,
  points,
  receivedAt,
});

const receivedByClaimant = receivedBy(sql.placeholder("memberId"), sql.placeholder("today"));

const claimFacts = db
  .select({
    ...terms,
    revokedAt: codes.revokedAt,
    codeId: codes.id,
    activityId: activities.id,
    programmeId: programmes.id,
    memberAccountId: members.accountId,
    received: fields(receivedByClaimant),
  })
  .from(codes)
  .innerJoin(activities, eq(activities.id, codes.activityId))
  .innerJoin(programmes, eq(programmes.id, activities.programmeId))
  .innerJoin(members, eq(members.id, sql.placeholder("memberId")))
  .leftJoinLateral(receivedByClaimant, sql`true`)
  .where(eq(codes.tokenHash, sql.placeholder("tokenHash")))
  .prepare("find_claim_facts");

/** All that a claim is decided from, in one round trip; undefined for a code that is unknown or a shop's. */
export async function findClaimFacts(claim: { token: string; memberId: string; at: Date }) {
  const { token, memberId, at } = claim;
  const [facts] = await claimFacts.execute({ tokenHash: hashSecret(token), memberId, today: cityDay(at) });
  return facts;
}

/** What the page of an earn code shows, to anybody; `received` is this member's receipt of it (of today's, where it is daily). */
export async function findOffer(token: string, memberId: string | undefined, at: Date) {
  const received = receivedBy(memberId ?? null, cityDay(at));
  const [offer] = await db
    .select({
      ...terms,
      revokedAt: codes.revokedAt,
      title: activities.title,
      summary: activities.summary,
      place: activities.place,
      organiser: activities.organiser,
      audience: activities.audience,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      domain: { name: domains.name, icon: domains.icon },
      section: sections.name,
      received: fields(received),
    })
    .from(codes)
    .innerJoin(activities, eq(activities.id, codes.activityId))
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .innerJoin(domains, eq(domains.id, programmes.domainId))
    .innerJoin(sections, eq(sections.id, programmes.sectionId))
    .leftJoinLateral(received, sql`true`)
    .where(eq(codes.tokenHash, hashSecret(token)));
  return offer;
}

const hasLiveCode = sql<boolean>`exists (select from ${codes} where activity_id = ${activities.id} and revoked_at is null)`;

/** All that a grant at the counter is decided from; a code is not read for it, only known to live. Undefined outside of the scope. */
export async function findCounterFacts(
  { activityId, memberId }: { activityId: string; memberId: string },
  scope: Scope,
  at: Date,
) {
  const received = receivedBy(memberId, cityDay(at));
  const [facts] = await db
    .select({
      ...terms,
      revokedAt: sql<null>`null`,
      hasLiveCode,
      title: activities.title,
      programmeId: programmes.id,
      memberAccountId: members.accountId,
      received: fields(received),
    })
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .innerJoin(members, eq(members.id, memberId))
    .leftJoinLateral(received, sql`true`)
    .where(and(eq(activities.id, activityId), withinScope(programmes.sectionId, scope)));
  return facts;
}
export type CounterFacts = NonNullable<Awaited<ReturnType<typeof findCounterFacts>>>;

/**
 * Activities whose points can be received at the counter now, the one that shuts first leading; `received` is this member's receipt. One that grants
 * more points than `most` has its approved code (`decideCounterGrant`).
 */
export function listOpenOffers(memberId: string, { scope, most }: { scope: Scope; most: number }, at: Date) {
  const received = receivedBy(memberId, cityDay(at));
  return db
    .select({
      id: activities.id,
      title: activities.title,
      place: activities.place,
      points: activities.points,
      closesAt: activities.closesAt,
      programme: programmes.name,
      received: fields(received),
    })
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .leftJoinLateral(received, sql`true`)
    .where(
      and(
        withinScope(programmes.sectionId, scope),
        isNull(activities.cancelledAt),
        lte(activities.opensAt, at),
        gt(activities.closesAt, at),
        or(lte(activities.points, most), hasLiveCode),
        sql`${cityDay(at)}::date between ${programmes.startsOn} and ${programmes.endsOn}`,
      ),
    )
    .orderBy(asc(activities.closesAt), asc(activities.id))
    .limit(100);
}
