import type { Transaction } from "@/db/client";
import { staffRoles } from "@/db/schema";
import { newId } from "@/lib/shared/ids";
import type { Holding } from "./decide-permission";

/** Gives roles in the caller's transaction; one that is held already stays as it is. `approvalId` null: from the command line. */
export async function giveRoles(
  tx: Transaction,
  staffId: string,
  holdings: readonly Holding[],
  approvalId: string | null,
  at: Date,
): Promise<void> {
  if (holdings.length === 0) return;
  const rows = holdings.map((holding) => ({
    id: newId(),
    staffId,
    ...holding,
    grantedAt: at,
    grantedByApproval: approvalId,
  }));
  await tx.insert(staffRoles).values(rows).onConflictDoNothing();
}
