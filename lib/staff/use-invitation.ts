import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staffInvitations, staffPasskeys, staffSessions, staffTotps } from "@/db/schema";
import { staffKeys } from "@/lib/passkeys/keys";
import { livePasskey } from "@/lib/passkeys/live-passkeys";
import { liveTotp } from "./live-factors";

export type UsedInvitation = {
  staffId: string;
  /** Found open by the caller, who holds the lock on its person. */
  invitationId: string;
  /** The factor that was just registered under it. */
  factorId: string;
};

/** Uses an invitation up: the factor just made replaces every other, and all sessions of the person end. */
export async function useInvitation(
  tx: Transaction,
  { staffId, invitationId, factorId }: UsedInvitation,
  at: Date,
): Promise<void> {
  await tx.update(staffInvitations).set({ usedAt: at }).where(eq(staffInvitations.id, invitationId));
  await tx
    .update(staffPasskeys)
    .set({ removedAt: at })
    .where(and(livePasskey(staffKeys, staffId), ne(staffPasskeys.id, factorId)));
  await tx
    .update(staffTotps)
    .set({ removedAt: at })
    .where(and(liveTotp(staffId), ne(staffTotps.id, factorId)));
  await tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId));
}
