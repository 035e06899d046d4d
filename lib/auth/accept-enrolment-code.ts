import "server-only";
import { db } from "@/db/client";
import { type Result, refuse } from "@/lib/shared/result";
import { checkInvitation } from "@/lib/staff/check-invitation";
import type { InvitationRefusal } from "@/lib/staff/decide-invitation";
import { hashEnrolmentCode } from "@/lib/staff/open-invitation";
import { recordRefusedEnrolment } from "./enrolment";
import { findSecondStep, lockSecondStep, noteEnrolmentCode } from "./second-step";
import type { From } from "./sign-in-by-totp";
import type { TooMany } from "./try-code";
import { tryEnrolment } from "./try-enrolment";

type Typed = { browserHash: Uint8Array; code: string };
type Answer = Result<"right", InvitationRefusal | "no_attempt">;

function takeEnrolmentCode({ browserHash, code }: Typed, from: From, at: Date): Promise<Answer> {
  return db.transaction(async (tx) => {
    const step = await lockSecondStep(tx, browserHash, at);
    if (!step) return refuse("no_attempt");
    const { staffId } = step;
    const checked = await checkInvitation(tx, { staffId, code }, at);
    if (checked.ok) await noteEnrolmentCode(tx, browserHash, hashEnrolmentCode(staffId, code));
    else await recordRefusedEnrolment(tx, staffId, checked.reason, from, at);
    return checked;
  });
}

/**
 * The person whose address this browser has proven types the enrolment code that was handed over. It opens the registration of a factor in
 * this browser, and nothing else; that it was typed right is no act yet, that it was refused is one.
 */
export async function acceptEnrolmentCode(typed: Typed, from: From, at: Date): Promise<Answer | TooMany> {
  const step = await findSecondStep(typed.browserHash, at);
  return step ? tryEnrolment(step, from, () => takeEnrolmentCode(typed, from, at)) : refuse("no_attempt");
}
