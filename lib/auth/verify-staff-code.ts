import "server-only";
import { db } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { log } from "@/lib/log";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findStaffByEmail } from "@/lib/staff/queries";
import { type CountedCode, checkSignInCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { openSecondStep } from "./second-step";

type From = { requestId: string; address: string };

/**
 * The first of two steps: this browser's code proves the address, and the second factor is asked for. An address that is nobody's, or a
 * disabled person's, is refused like a wrong code. A disabled person who is refused is an audited act: its row goes in this transaction,
 * which commits. Of an address that is nobody's there is only a line in the log.
 */
export async function verifyStaffCode(
  typed: CountedCode,
  { requestId, address }: From,
  at: Date,
): Promise<Result<"half_way", CodeRefusal>> {
  return db.transaction(async (tx) => {
    const checked = await checkSignInCode(tx, "staff", typed, at);
    if (!checked.ok) return checked;
    const found = await findStaffByEmail(tx, checked.value.emailIndex);
    if (!found) {
      log.warn({ requestId }, "a code for nobody's staff address");
      return refuse("wrong_code");
    }
    const { staffId, disabled } = found;
    if (disabled) {
      const act = {
        act: "sign_in",
        outcome: "denied",
        reason: "disabled",
        targetKind: "staff",
        targetId: staffId,
      } as const;
      await recordAct(tx, { staffId, requestId, address }, act, at);
      return refuse("wrong_code");
    }
    await openSecondStep(tx, { browserHash: typed.browserHash, ...checked.value }, at);
    return ok("half_way");
  });
}
