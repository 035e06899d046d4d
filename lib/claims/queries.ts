import { and, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { activities, codes, domains, members, programmes, sections, transfers } from "@/db/schema";
import { type CityDay, cityDay } from "@/lib/shared/city-time";
import { hashSecret } from "@/lib/shared/keyed-hash";

const terms = {
  revokedAt: codes.revokedAt,
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

const received = { transferId: transfers.publicId, points: transfers.points, receivedAt: transfers.recordedAt };

/** The event key that `claimEventKey` makes, so that facts and first receipt are one round trip. */
const eventKey = (memberId: unknown, today: unknown) =>
  sql`'claim:' || ${activities.id} || ':' || ${memberId}::text || ':' || case ${activities.claimLimit} when 'daily' then ${today}::text else 'all' end`;

const claimFacts = db
  .select({
    ...terms,
    codeId: codes.id,
    activityId: activities.id,
    programmeId: programmes.id,
    memberAccountId: members.accountId,
    received,
  })
  .from(codes)
  .innerJoin(activities, eq(activities.id, codes.activityId))
  .innerJoin(programmes, eq(programmes.id, activities.programmeId))
  .innerJoin(members, eq(members.id, sql.placeholder("memberId")))
  .leftJoin(transfers, eq(transfers.eventKey, eventKey(sql.placeholder("memberId"), sql.placeholder("today"))))
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
  const today: CityDay = cityDay(at);
  const isReceived = eq(transfers.eventKey, eventKey(memberId ?? null, today));
  const [offer] = await db
    .select({
      ...terms,
      title: activities.title,
      summary: activities.summary,
      place: activities.place,
      organiser: activities.organiser,
      audience: activities.audience,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      domain: { name: domains.name, icon: domains.icon },
      section: sections.name,
      received,
    })
    .from(codes)
    .innerJoin(activities, eq(activities.id, codes.activityId))
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .innerJoin(domains, eq(domains.id, programmes.domainId))
    .innerJoin(sections, eq(sections.id, programmes.sectionId))
    .leftJoin(transfers, and(isReceived, sql`${memberId ?? null}::text is not null`))
    .where(eq(codes.tokenHash, hashSecret(token)));
  return offer;
}
