import "server-only";
import { db } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findEnabledStaff, isRealBook } from "@/lib/staff/queries";
import { checkSignInCode, type TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";

/**
 * The enabled member of staff who proved the address with this browser's code. An address that is nobody's, or a disabled person's, is
 * refused like a wrong code; on a real book everybody is (`second_factor_needed`). A sign-in is an audited act.
 */
export async function verifyStaffCode(
  typed: TypedCode,
  requestId: string,
  at: Date,
): Promise<Result<{ staffId: string }, CodeRefusal | "second_factor_needed">> {
  if (await isRealBook()) return refuse("second_factor_needed");
  return db.transaction(async (tx) => {
    const checked = await checkSignInCode(tx, "staff", typed, at);
    if (!checked.ok) return checked;
    const found = await findEnabledStaff(tx, checked.value.emailIndex);
    if (!found) return refuse("wrong_code");
    const { staffId } = found;
    const act = { act: "sign_in", outcome: "done", targetKind: "staff", targetId: staffId } as const;
    await recordAct(tx, { staffId, requestId }, act, at);
    return ok({ staffId });
  });
}
