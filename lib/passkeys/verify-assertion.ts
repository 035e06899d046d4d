import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from "@simplewebauthn/server";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type Result, refuse } from "@/lib/shared/result";
import { decideCounter } from "./decide-counter";
import type { Assertion } from "./input";
import type { Keys } from "./keys";
import type { ChallengeOf } from "./open-challenge";
import { relyingParty } from "./relying-party";
import { takeChallenge } from "./take-challenge";

export type PasskeyRefusal = "challenge_spent" | "passkey_refused" | "passkey_removed" | "counter_went_back";

/** Whose passkey this answer is of. */
export async function findPasskeyOwner(tx: Transaction, keys: Keys, { id }: Assertion): Promise<string | undefined> {
  const isShown = eq(keys.passkeys.credentialId, Buffer.from(id, "base64url"));
  const [found] = await tx.select({ ownerId: keys.passkeyOwner }).from(keys.passkeys).where(isShown);
  return found?.ownerId;
}

/** The passkey of this answer, removed or not; two answers of one passkey come one after another. */
export async function lockPasskey(tx: Transaction, keys: Keys, { id }: Assertion) {
  const { passkeys } = keys;
  const credentialId = Buffer.from(id, "base64url");
  const [found] = await tx
    .select({
      id: passkeys.id,
      ownerId: keys.passkeyOwner,
      publicKey: passkeys.publicKey,
      signCount: passkeys.signCount,
      removedAt: passkeys.removedAt,
    })
    .from(passkeys)
    .where(eq(passkeys.credentialId, credentialId))
    .for("update");
  return found;
}
export type Passkey = NonNullable<Awaited<ReturnType<typeof lockPasskey>>>;

type Shown = { passkey: Passkey; of: ChallengeOf; assertion: Assertion };

/** Signature, origin, host, presence and verification of the person (library); challenge and counter (ours). */
async function check(tx: Transaction, keys: Keys, { passkey, of, assertion }: Shown, at: Date) {
  const party = relyingParty();
  const state = { isSpent: false };
  const verified = await verifyAuthenticationResponse({
    response: assertion as AuthenticationResponseJSON,
    expectedChallenge: async (challenge) => {
      state.isSpent = !(await takeChallenge(tx, keys, of, challenge, at));
      return !state.isSpent;
    },
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    // The counter is judged by decide-counter.ts, which tells a copied key from any other fault.
    credential: { id: assertion.id, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
  }).catch(() => undefined);
  if (state.isSpent) return refuse("challenge_spent");
  return verified?.verified ? ({ ok: true, value: verified.authenticationInfo } as const) : refuse("passkey_refused");
}

/**
 * Whether an answer proves that its person holds this passkey now. The challenge is spent also where it does not, so the caller's transaction
 * must commit in both cases.
 */
export async function verifyAssertion(
  tx: Transaction,
  keys: Keys,
  shown: Shown,
  at: Date,
): Promise<Result<"onward", PasskeyRefusal>> {
  const { passkey } = shown;
  const checked = await check(tx, keys, shown, at);
  if (!checked.ok) return checked;
  if (passkey.removedAt) return refuse("passkey_removed");
  const { newCounter, credentialBackedUp } = checked.value;
  const counted = decideCounter(passkey.signCount, newCounter);
  if (!counted.ok) return counted;
  await tx
    .update(keys.passkeys)
    .set({ signCount: newCounter, backedUp: credentialBackedUp, lastUsedAt: at })
    .where(eq(keys.passkeys.id, passkey.id));
  return counted;
}
