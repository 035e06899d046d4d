import type { Transaction } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result } from "@/lib/shared/result";
import { decideRecovery, type StaffRefusal } from "./decide-staff";
import { endSessions } from "./end-sessions";
import type { StaffOrder } from "./execute-change-roles";
import { lockStaffFacts } from "./find-staff-facts";
import { StaffPayload } from "./input";

/**
 * Ends every session of a person who has lost their factors, in the approval's transaction; `openEnrolment` then gives the second person the code
 * to hand over. The old factors go when the new one is enrolled.
 */
export async function executeRecoverStaff(
  tx: Transaction,
  { payload }: StaffOrder,
  actor: StaffActor,
): Promise<Result<{ staffId: string }, StaffRefusal>> {
  const { staffId } = StaffPayload.parse(payload);
  const decided = decideRecovery(await lockStaffFacts(tx, staffId), actor.staffId);
  if (!decided.ok) return decided;
  await endSessions(tx, staffId);
  return ok({ staffId });
}
