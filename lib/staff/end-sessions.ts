import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staffSessions } from "@/db/schema";

/** Ends a person's every session in the caller's transaction: the next request of any finds none. */
export async function endSessions(tx: Transaction, staffId: string): Promise<void> {
  await tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId));
}
