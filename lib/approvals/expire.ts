import { and, eq, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { approvals } from "@/db/schema";

/** Ends every draft that nobody decided in time; how many. Pages show such a draft as ended before this has run. */
export async function expireApprovals(at: Date): Promise<number> {
  const ended = await db
    .update(approvals)
    .set({ state: "expired", endedAt: at })
    .where(and(eq(approvals.state, "pending"), lte(approvals.expiresAt, at)))
    .returning({ id: approvals.id });
  return ended.length;
}
