"use server";

import { findSecondsLeft, requirePermission } from "@/lib/auth/guards";

/** Keeps the session of somebody who was away from the keyboard; gives the seconds that it has now. */
export async function keepSessionAction(): Promise<number> {
  await requirePermission("console.read");
  return findSecondsLeft();
}
