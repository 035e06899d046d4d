import { and, eq, isNull } from "drizzle-orm";
import { testInvitations } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** Makes what nobody has used of a list void. Refuses `nothing_to_revoke`. */
export async function revokeInvitations(
  batchId: string,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ revoked: number }, "nothing_to_revoke">> {
  const act = { act: "revoke_invitations", targetKind: "invitation", targetId: batchId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ revoked: number }, "nothing_to_revoke">> => {
    const unused = and(isNull(testInvitations.usedAt), isNull(testInvitations.revokedAt));
    const gone = await tx
      .update(testInvitations)
      .set({ revokedAt: at })
      .where(and(eq(testInvitations.batchId, batchId), unused))
      .returning({ id: testInvitations.id });
    if (gone.length === 0) return refuse("nothing_to_revoke");
    await recordAct(tx, actor, { ...act, outcome: "done", after: { revoked: gone.length } }, at);
    return ok({ revoked: gone.length });
  });
  return recordDenied(answer, actor, act, at);
}
