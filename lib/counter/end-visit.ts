import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { counterVisits } from "@/db/schema";
import type { VisitEnd } from "./input";

/**
 * Ends this visit of a staff session; where it is open no more, nothing changes, and another one that is stays open. From now on nothing of
 * the visit can be opened.
 */
export async function endVisit(sessionId: string, visitId: string, endedBy: VisitEnd): Promise<void> {
  await db
    .update(counterVisits)
    .set({ endedAt: sql`city_now()`, endedBy })
    .where(and(eq(counterVisits.id, visitId), eq(counterVisits.sessionId, sessionId), isNull(counterVisits.endedAt)));
}
