import "server-only";
import { db } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { log } from "@/lib/log";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findStaffByEmail, isRealBook } from "@/lib/staff/queries";
import { type CountedCode, checkSignInCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";

/**
 * The enabled member of staff who proved the address with this browser's code. An address that is nobody's, or a disabled person's, is
 * refused like a wrong code; on a real book everybody is (`second_factor_needed`). A sign-in is an audited act, also a disabled person's that is
 * refused: its row goes in this transaction, which commits. Of an address that is nobody's there is only a line in the log.
 */
export async function verifyStaffCode(
  typed: CountedCode,
  requestId: string,
  at: Date,
): Promise<Result<{ staffId: string; emailIndex: Uint8Array }, CodeRefusal | "second_factor_needed">> {
  if (await isRealBook()) return refuse("second_factor_needed");
  return db.transaction(async (tx) => {
    const checked = await checkSignInCode(tx, "staff", typed, at);
    if (!checked.ok) return checked;
    const { emailIndex } = checked.value;
    const found = await findStaffByEmail(tx, emailIndex);
    if (!found) {
      log.warn({ requestId }, "a code for nobody's staff address");
      return refuse("wrong_code");
    }
    const { staffId, disabled } = found;
    const act = { act: "sign_in", targetKind: "staff", targetId: staffId } as const;
    const outcome = disabled ? ({ outcome: "denied", reason: "disabled" } as const) : ({ outcome: "done" } as const);
    await recordAct(tx, { staffId, requestId }, { ...act, ...outcome }, at);
    return disabled ? refuse("wrong_code") : ok({ staffId, emailIndex });
  });
}
