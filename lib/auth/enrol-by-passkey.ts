import "server-only";
import { db } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { Registration } from "@/lib/staff/passkey-input";
import { type RegisterRefusal, registerPasskey } from "@/lib/staff/register-passkey";
import { finishEnrolment, lockEnrolment } from "./enrolment";
import { rememberBrowser } from "./known-browser";
import type { From } from "./sign-in-by-totp";

type Enrolled = { staffId: string; kind: string; emailIndex: Uint8Array };

/** Registers the invited person's passkey and signs them in. Only in an action. */
export async function enrolByPasskey(
  wish: { browserHash: Uint8Array; registration: Registration; label: string },
  from: From,
  at: Date,
): Promise<Result<Enrolled, RegisterRefusal | "no_enrolment">> {
  const answer = await db.transaction(async (tx) => {
    const enrolment = await lockEnrolment(tx, wish.browserHash, at);
    if (!enrolment) return refuse("no_enrolment");
    const { staffId, emailIndex, invitation } = enrolment;
    const registered = await registerPasskey(tx, { staffId, ...wish }, at);
    if (!registered.ok) {
      const act = { act: "enrol_factor", outcome: "denied", reason: registered.reason } as const;
      await recordAct(tx, { staffId, ...from }, { ...act, targetKind: "staff", targetId: staffId }, at);
      return registered;
    }
    await finishEnrolment(tx, enrolment, { factor: "passkey", factorId: registered.value.passkeyId }, from, at);
    return ok({ staffId, emailIndex, kind: invitation.kind });
  });
  if (answer.ok) await rememberBrowser("staff", answer.value.emailIndex);
  return answer;
}
