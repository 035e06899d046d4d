import "server-only";
import { db } from "@/db/client";
import type { Registration } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { type RegisterRefusal, registerPasskey } from "@/lib/passkeys/register-passkey";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type Enrolled, finishEnrolment, lockEnrolment, recordRefusedEnrolment } from "./enrolment";
import { rememberBrowser } from "./known-browser";
import { findEnrolling } from "./second-step";
import type { From } from "./sign-in-by-totp";
import type { TooMany } from "./try-code";
import { tryEnrolment } from "./try-enrolment";

type Wish = { browserHash: Uint8Array; registration: Registration; label: string };
type Answer = Result<Enrolled, RegisterRefusal | "no_enrolment">;

function enrol(wish: Wish, from: From, at: Date): Promise<Answer> {
  return db.transaction(async (tx) => {
    const enrolment = await lockEnrolment(tx, wish.browserHash, at);
    if (!enrolment) return refuse("no_enrolment");
    const { staffId, emailIndex, invitation } = enrolment;
    const registered = await registerPasskey(tx, staffKeys, { ownerId: staffId, ...wish }, at);
    if (!registered.ok) {
      await recordRefusedEnrolment(tx, staffId, registered.reason, from, at);
      return registered;
    }
    await finishEnrolment(tx, enrolment, { factor: "passkey", factorId: registered.value.passkeyId }, from, at);
    return ok({ staffId, emailIndex, kind: invitation.kind });
  });
}

/** Registers the invited person's passkey and signs them in. Only in an action. */
export async function enrolByPasskey(wish: Wish, from: From, at: Date): Promise<Answer | TooMany> {
  const step = await findEnrolling(wish.browserHash, at);
  if (!step) return refuse("no_enrolment");
  const answer = await tryEnrolment(step, from, () => enrol(wish, from, at));
  if (answer.ok) await rememberBrowser("staff", answer.value.emailIndex);
  return answer;
}
