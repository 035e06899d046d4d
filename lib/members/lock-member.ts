import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { members } from "@/db/schema";

/** Acts on one member's ways in happen one after another. Throws where there is no such member. */
export async function lockMember(tx: Transaction, memberId: string) {
  const [found] = await tx
    .select({
      state: members.state,
      accountId: members.accountId,
      emailIndex: members.emailIndex,
      emailEncrypted: members.emailEncrypted,
      admittedBy: members.admittedBy,
    })
    .from(members)
    .where(eq(members.id, memberId))
    .for("update");
  if (!found) throw new Error("there is no such member");
  return found;
}

/**
 * Holds off whatever takes the member's ways in away, until the transaction ends: of a sign-in and the removal of what it comes in by, the later
 * one sees the earlier one. Taken before the way in itself is locked, as by a removal.
 */
export async function shareMember(tx: Transaction, memberId: string): Promise<void> {
  await tx.select({ id: members.id }).from(members).where(eq(members.id, memberId)).for("share");
}

/** One address has one member: whatever gives an address to a membership waits for its like. Taken before any member is locked. */
export async function lockAddress(tx: Transaction, emailIndex: Uint8Array): Promise<void> {
  const hex = Buffer.from(emailIndex).toString("hex");
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hex}, 0))`);
}
