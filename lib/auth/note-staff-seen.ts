import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { staffSessions } from "@/db/schema";

const WRITTEN_AT_MOST_EVERY_MS = 60_000;

/** Keeps an active staff session from going idle; most requests write nothing. */
export async function noteStaffSeen(tokenHash: Uint8Array, lastSeenAt: Date, at: Date): Promise<void> {
  if (at.getTime() - lastSeenAt.getTime() < WRITTEN_AT_MOST_EVERY_MS) return;
  await db.update(staffSessions).set({ lastSeenAt: at }).where(eq(staffSessions.tokenHash, tokenHash));
}
