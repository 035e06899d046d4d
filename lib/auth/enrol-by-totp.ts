import "server-only";
import { db } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ConfirmRefusal, confirmTotp } from "@/lib/staff/confirm-totp";
import { finishEnrolment, lockEnrolment } from "./enrolment";
import { rememberBrowser } from "./known-browser";
import type { From } from "./sign-in-by-totp";

type Enrolled = { staffId: string; kind: string; emailIndex: Uint8Array };

/** Confirms the invited person's authenticator app by its first code and signs them in. `now` is the machine's clock. Only in an action. */
export async function enrolByTotp(
  { browserHash, totpId, code }: { browserHash: Uint8Array; totpId: string; code: string },
  from: From,
  now: Date,
  at: Date,
): Promise<Result<Enrolled, ConfirmRefusal | "no_enrolment">> {
  const answer = await db.transaction(async (tx) => {
    const enrolment = await lockEnrolment(tx, browserHash, at);
    if (!enrolment) return refuse("no_enrolment");
    const { staffId, emailIndex, invitation } = enrolment;
    const confirmed = await confirmTotp(tx, { staffId, totpId, code }, now, at);
    if (!confirmed.ok) return confirmed;
    await finishEnrolment(tx, enrolment, { factor: "totp", factorId: totpId }, from, at);
    return ok({ staffId, emailIndex, kind: invitation.kind });
  });
  if (answer.ok) await rememberBrowser("staff", answer.value.emailIndex);
  return answer;
}
