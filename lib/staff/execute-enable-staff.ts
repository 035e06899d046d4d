import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staff } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result } from "@/lib/shared/result";
import { decideEnabling, type StaffRefusal } from "./decide-staff";
import type { StaffOrder } from "./execute-change-roles";
import { lockStaffFacts } from "./find-staff-facts";
import { StaffPayload } from "./input";

/** Lets a person who was shut out in again, with the roles and factors they had, in the approval's transaction. */
export async function executeEnableStaff(
  tx: Transaction,
  { payload }: StaffOrder,
  actor: StaffActor,
): Promise<Result<{ staffId: string }, StaffRefusal>> {
  const { staffId } = StaffPayload.parse(payload);
  const decided = decideEnabling(await lockStaffFacts(tx, staffId), actor.staffId);
  if (!decided.ok) return decided;
  await tx.update(staff).set({ disabled: false }).where(eq(staff.id, staffId));
  return ok({ staffId });
}
