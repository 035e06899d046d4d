import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { counterVisits } from "@/db/schema";
import type { VisitEnd } from "./input";

/** Ends what is open in a staff session; where nothing is, nothing changes. From now on nothing of the visit can be opened. */
export async function endVisit(sessionId: string, endedBy: VisitEnd): Promise<void> {
  await db
    .update(counterVisits)
    .set({ endedAt: sql`city_now()`, endedBy })
    .where(and(eq(counterVisits.sessionId, sessionId), isNull(counterVisits.endedAt)));
}
