import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { counterVisits } from "@/db/schema";
import { newId } from "@/lib/shared/ids";
import type { FoundBy } from "./input";
import { isAlive } from "./touch-visit";

/** Whose visit, in which session of whom. */
export type NewVisit = { memberId: string; foundBy: FoundBy; staffId: string; sessionId: string };

/** The next member ends the former: whatever is open in this session ends, and the new visit begins, in the caller's transaction. */
export async function insertVisit(tx: Transaction, visit: NewVisit): Promise<string> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`visit:${visit.sessionId}`}, 0))`);
  await tx
    .update(counterVisits)
    .set({ endedAt: sql`city_now()`, endedBy: sql`case when ${isAlive} then 'next' else 'idle' end` })
    .where(and(eq(counterVisits.sessionId, visit.sessionId), isNull(counterVisits.endedAt)));
  const id = newId();
  const now = sql`city_now()`;
  await tx.insert(counterVisits).values({ id, ...visit, openedAt: now, lastSeenAt: now });
  return id;
}
