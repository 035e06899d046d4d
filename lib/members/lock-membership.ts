import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";

/** How a membership is, its row locked: of an undoing and the end that it undoes one comes first. */
export async function lockMembership(tx: Transaction, memberId: string) {
  const { state, leavesAt, accountId } = members;
  const [found] = await tx
    .select({ state, leavesAt, accountId })
    .from(members)
    .where(eq(members.id, memberId))
    .for("no key update");
  if (!found) throw new Error("a signed-in member has no row");
  return found;
}
