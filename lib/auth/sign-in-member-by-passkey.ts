import "server-only";
import { db } from "@/db/client";
import { takeAttempt } from "@/lib/limits/limits";
import { log } from "@/lib/log";
import { shareMember } from "@/lib/members/lock-member";
import type { Assertion } from "@/lib/passkeys/input";
import { memberKeys } from "@/lib/passkeys/keys";
import { findPasskeyOwner, lockPasskey, type PasskeyRefusal, verifyAssertion } from "@/lib/passkeys/verify-assertion";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { landMember } from "./land-member";
import { startSession } from "./start-session";
import type { TooMany } from "./try-code";

type Shown = { browserHash: Uint8Array; assertion: Assertion };

/** One transaction: the question is answered and the session there, or neither. */
function takePasskey(
  { browserHash, assertion }: Shown,
  requestId: string,
  at: Date,
): Promise<Result<{ memberId: string }, PasskeyRefusal>> {
  return db.transaction(async (tx): Promise<Result<{ memberId: string }, PasskeyRefusal>> => {
    const ownerId = await findPasskeyOwner(tx, memberKeys, assertion);
    if (ownerId) await shareMember(tx, ownerId);
    const passkey = await lockPasskey(tx, memberKeys, assertion);
    if (!passkey) {
      log.warn({ requestId }, "nobody's passkey");
      return refuse("passkey_refused");
    }
    const of = { browserHash, purpose: "sign_in", ownerId: null } as const;
    const shown = await verifyAssertion(tx, memberKeys, { passkey, of, assertion }, at);
    if (!shown.ok) return shown;
    const { ownerId: memberId } = passkey;
    await startSession({ memberId, openedBy: { passkeyId: passkey.id } }, at, tx);
    return ok({ memberId });
  });
}

/**
 * Signs in the citizen who holds a passkey of ours and was verified by it, and resolves to the path to land on. Only in an action.
 */
export async function signInMemberByPasskey(
  shown: Shown,
  resumeTo: string | undefined,
  from: { address: string; requestId: string },
  at: Date,
): Promise<Result<{ landing: string }, PasskeyRefusal> | TooMany> {
  const allowed = await takeAttempt("passkey_answer", from.address);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const answer = await takePasskey(shown, from.requestId, at);
  if (!answer.ok) return answer;
  return ok({ landing: await landMember({ ...answer.value, resumeTo }, from.requestId, at) });
}
