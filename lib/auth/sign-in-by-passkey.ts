import "server-only";
import { db } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { takeAttempt } from "@/lib/limits/limits";
import { log } from "@/lib/log";
import type { Assertion } from "@/lib/passkeys/input";
import { staffKeys } from "@/lib/passkeys/keys";
import { lockPasskey, type PasskeyRefusal, verifyAssertion } from "@/lib/passkeys/verify-assertion";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { getStaff } from "@/lib/staff/queries";
import { rememberBrowser } from "./known-browser";
import { closeSecondStep } from "./second-step";
import type { From } from "./sign-in-by-totp";
import { startSession } from "./start-session";
import type { TooMany } from "./try-code";

type Shown = { browserHash: Uint8Array; assertion: Assertion };
type Answer = Result<{ emailIndex: Uint8Array }, PasskeyRefusal | "disabled">;

/** One transaction: the question is answered and the session there, or neither. */
function takePasskey({ browserHash, assertion }: Shown, from: From, at: Date): Promise<Answer> {
  return db.transaction(async (tx) => {
    const passkey = await lockPasskey(tx, staffKeys, assertion);
    if (!passkey) {
      log.warn({ requestId: from.requestId }, "nobody's passkey");
      return refuse("passkey_refused");
    }
    const { ownerId: staffId } = passkey;
    const { disabled, emailIndex } = await getStaff(tx, staffId);
    const of = { browserHash, purpose: "sign_in", ownerId: null } as const;
    const shown = await verifyAssertion(tx, staffKeys, { passkey, of, assertion }, at);
    const proven = shown.ok && disabled ? refuse("disabled") : shown;
    const act = { act: "sign_in", targetKind: "staff", targetId: staffId } as const;
    if (!proven.ok) {
      await recordAct(tx, { staffId, ...from }, { ...act, outcome: "denied", reason: proven.reason }, at);
      return proven;
    }
    await recordAct(tx, { staffId, ...from }, { ...act, outcome: "done", after: { factor: "passkey" } }, at);
    await closeSecondStep(tx, browserHash);
    await startSession({ staffId, factor: "passkey" }, at, tx);
    return ok({ emailIndex });
  });
}

/**
 * Signs in whoever holds a passkey of ours and was verified by it: two factors in one, so no mailed code is asked for. What a known passkey
 * fails of is in the audit and not in the answer. Only in an action.
 */
export async function signInByPasskey(shown: Shown, from: From, at: Date): Promise<Answer | TooMany> {
  const allowed = await takeAttempt("passkey_answer", from.address);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const answer = await takePasskey(shown, from, at);
  if (answer.ok) await rememberBrowser("staff", answer.value.emailIndex);
  return answer;
}
