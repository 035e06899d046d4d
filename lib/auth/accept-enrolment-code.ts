import "server-only";
import { db } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { type Result, refuse } from "@/lib/shared/result";
import { checkInvitation } from "@/lib/staff/check-invitation";
import type { InvitationRefusal } from "@/lib/staff/decide-invitation";
import { hashEnrolmentCode } from "@/lib/staff/open-invitation";
import { lockSecondStep, noteEnrolmentCode } from "./second-step";
import type { From } from "./sign-in-by-totp";

/**
 * The person whose address this browser has proven types the enrolment code that was handed over. It opens the registration of a factor in
 * this browser, and nothing else; that it was typed right is no act yet, that it was refused is one.
 */
export function acceptEnrolmentCode(
  { browserHash, code }: { browserHash: Uint8Array; code: string },
  from: From,
  at: Date,
): Promise<Result<"right", InvitationRefusal | "no_attempt">> {
  return db.transaction(async (tx) => {
    const step = await lockSecondStep(tx, browserHash, at);
    if (!step) return refuse("no_attempt");
    const { staffId } = step;
    const checked = await checkInvitation(tx, { staffId, code }, at);
    if (checked.ok) await noteEnrolmentCode(tx, browserHash, hashEnrolmentCode(staffId, code));
    else {
      const act = { act: "enrol_factor", outcome: "denied", reason: checked.reason } as const;
      await recordAct(tx, { staffId, ...from }, { ...act, targetKind: "staff", targetId: staffId }, at);
    }
    return checked;
  });
}
