import { and, asc, eq, gt, isNull, lt } from "drizzle-orm";
import { db } from "@/db/client";
import { activities, memberIdentities, members } from "@/db/schema";
import { addDays, cityDay, cityInstant } from "@/lib/shared/city-time";
import { getWallet } from "@/lib/spending/queries";

/** Activities that one answer holds at most. */
const MOST = 20;

/** The member whom the portal's person is here, with a membership that goes on. */
export async function findSummaryMember(issuer: string, subjectIndex: Uint8Array) {
  const [found] = await db
    .select({ memberId: members.id, accountId: members.accountId, state: members.state })
    .from(memberIdentities)
    .innerJoin(members, eq(members.id, memberIdentities.memberId))
    .where(
      and(
        eq(memberIdentities.issuer, issuer),
        eq(memberIdentities.subjectIndex, subjectIndex),
        isNull(memberIdentities.removedAt),
      ),
    );
  return found?.state === "active" || found?.state === "leaving" ? found : undefined;
}

const listToday = (at: Date) =>
  db
    .select({
      id: activities.id,
      title: activities.title,
      place: activities.place,
      startsAt: activities.startsAt,
      endsAt: activities.endsAt,
      points: activities.points,
    })
    .from(activities)
    .where(
      and(
        isNull(activities.cancelledAt),
        gt(activities.endsAt, at),
        lt(activities.startsAt, cityInstant(addDays(cityDay(at), 1))),
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.id))
    .limit(MOST);

/**
 * What the portal's tile shows of a member. `unread` is how many announcements they have not opened: none is published here yet, so it is
 * zero in fact.
 */
export async function getSummary(accountId: number, at: Date) {
  const [wallet, today] = await Promise.all([getWallet(accountId, at), listToday(at)]);
  const { balance, ending } = wallet;
  return { balance, nextExpiry: ending ? { points: ending.points, on: ending.on } : null, unread: 0, today };
}
export type Summary = Awaited<ReturnType<typeof getSummary>>;
