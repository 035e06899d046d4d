import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { counterVisits } from "@/db/schema";
import { IDLE_SECONDS } from "./input";

/** City time of the database decides, whatever a clock in the browser or the server says. */
export const isAlive = sql`${counterVisits.lastSeenAt} > city_now() - make_interval(secs => ${IDLE_SECONDS}::int)`;

/**
 * The visit that is open in this staff session, seen just now; one that was idle for sixty seconds ends instead and is nobody's any more.
 * With a `visitId` (a uuid) it is that one or none, and no other is kept open. One statement, so that an idle visit cannot come back between
 * a look and a touch.
 */
export async function touchVisit(
  sessionId: string,
  visitId?: string,
): Promise<{ visitId: string; memberId: string } | undefined> {
  const [seen] = await db
    .update(counterVisits)
    .set({
      lastSeenAt: sql`case when ${isAlive} then city_now() else ${counterVisits.lastSeenAt} end`,
      endedAt: sql`case when ${isAlive} then null else city_now() end`,
      endedBy: sql`case when ${isAlive} then null else 'idle' end`,
    })
    .where(
      and(
        eq(counterVisits.sessionId, sessionId),
        isNull(counterVisits.endedAt),
        visitId ? eq(counterVisits.id, visitId) : undefined,
      ),
    )
    .returning({ visitId: counterVisits.id, memberId: counterVisits.memberId, endedAt: counterVisits.endedAt });
  return seen && seen.endedAt === null ? { visitId: seen.visitId, memberId: seen.memberId } : undefined;
}
