import { eq } from "drizzle-orm";
import { staff } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result } from "@/lib/shared/result";
import { decideDisabling, type StaffRefusal } from "./decide-staff";
import { endSessions } from "./end-sessions";
import { lockStaffFacts } from "./find-staff-facts";

/**
 * Shuts a person out at once: no sign-in, and every session of theirs ends. Roles and factors stay, for `enable_staff`, which takes two.
 * Refuses `unknown_staff`, `own_account`, `not_administrator`, `already_disabled`, `last_administrators` (two administrators remain).
 */
export async function disableStaff(
  { staffId, reason }: { staffId: string; reason: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, StaffRefusal>> {
  const act = { act: "disable_staff", targetKind: "staff", targetId: staffId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, StaffRefusal>> => {
    const decided = decideDisabling(await lockStaffFacts(tx, staffId), actor.staffId);
    if (!decided.ok) return decided;
    await tx.update(staff).set({ disabled: true }).where(eq(staff.id, staffId));
    await endSessions(tx, staffId);
    await recordAct(tx, actor, { ...act, outcome: "done", reason }, at);
    return ok({ id: staffId });
  });
  return recordDenied(answer, actor, act, at);
}
