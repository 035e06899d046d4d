import "server-only";
import { db } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ConfirmRefusal, confirmTotp } from "@/lib/staff/confirm-totp";
import { type Enrolled, finishEnrolment, lockEnrolment, recordRefusedEnrolment } from "./enrolment";
import { rememberBrowser } from "./known-browser";
import { findEnrolling } from "./second-step";
import type { From } from "./sign-in-by-totp";
import type { TooMany } from "./try-code";
import { tryEnrolment } from "./try-enrolment";

type Typed = { browserHash: Uint8Array; totpId: string; code: string };
type Answer = Result<Enrolled, ConfirmRefusal | "no_enrolment">;

function enrol({ browserHash, totpId, code }: Typed, from: From, now: Date, at: Date): Promise<Answer> {
  return db.transaction(async (tx) => {
    const enrolment = await lockEnrolment(tx, browserHash, at);
    if (!enrolment) return refuse("no_enrolment");
    const { staffId, emailIndex, invitation } = enrolment;
    const confirmed = await confirmTotp(tx, { staffId, totpId, code }, now, at);
    if (!confirmed.ok) {
      await recordRefusedEnrolment(tx, staffId, confirmed.reason, from, at);
      return confirmed;
    }
    await finishEnrolment(tx, enrolment, { factor: "totp", factorId: totpId }, from, at);
    return ok({ staffId, emailIndex, kind: invitation.kind });
  });
}

/** Confirms the invited person's authenticator app by its first code and signs them in. `now` is the machine's clock. Only in an action. */
export async function enrolByTotp(typed: Typed, from: From, now: Date, at: Date): Promise<Answer | TooMany> {
  const step = await findEnrolling(typed.browserHash, at);
  if (!step) return refuse("no_enrolment");
  const answer = await tryEnrolment(step, from, () => enrol(typed, from, now, at));
  if (answer.ok) await rememberBrowser("staff", answer.value.emailIndex);
  return answer;
}
