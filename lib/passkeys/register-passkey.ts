import { type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { Transaction } from "@/db/client";
import { sealField } from "@/lib/open-field";
import { newId } from "@/lib/shared/ids";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { Registration } from "./input";
import type { Keys } from "./keys";
import type { ChallengeOf } from "./open-challenge";
import { keyKinds, relyingParty } from "./relying-party";
import { takeChallenge } from "./take-challenge";

export type RegisterRefusal = "challenge_spent" | "passkey_refused" | "passkey_known";
export type NewPasskey = {
  ownerId: string;
  browserHash: Uint8Array;
  registration: Registration;
  /** The browser and system it was made on, by which its owner tells it from others. */
  label: string;
};

async function check(tx: Transaction, keys: Keys, { ownerId, browserHash, registration }: NewPasskey, at: Date) {
  const party = relyingParty();
  const of: ChallengeOf = { browserHash, purpose: "register", ownerId };
  const state = { isSpent: false };
  const verified = await verifyRegistrationResponse({
    response: registration as RegistrationResponseJSON,
    expectedChallenge: async (challenge) => {
      state.isSpent = !(await takeChallenge(tx, keys, of, challenge, at));
      return !state.isSpent;
    },
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...keyKinds],
  }).catch(() => undefined);
  if (state.isSpent) return refuse("challenge_spent");
  return verified?.verified ? ok(verified.registrationInfo) : refuse("passkey_refused");
}

/**
 * Keeps a new passkey of the person, who was verified by the authenticator; the caller holds the lock on their row. The caller's transaction
 * must commit in any case.
 */
export async function registerPasskey(
  tx: Transaction,
  keys: Keys,
  wish: NewPasskey,
  at: Date,
): Promise<Result<{ passkeyId: string }, RegisterRefusal>> {
  const checked = await check(tx, keys, wish, at);
  if (!checked.ok) return checked;
  const { credential, credentialBackedUp: backedUp } = checked.value;
  const key = {
    credentialId: Buffer.from(credential.id, "base64url"),
    publicKey: credential.publicKey,
    signCount: credential.counter,
    transports: wish.registration.response.transports ?? [],
  };
  const named = { labelEncrypted: sealField(wish.label), backedUp, createdAt: at };
  const [made] = await tx
    .insert(keys.passkeys)
    .values({ id: newId(), ...keys.ownedBy(wish.ownerId), ...named, ...key })
    .onConflictDoNothing({ target: keys.passkeys.credentialId })
    .returning({ passkeyId: keys.passkeys.id });
  return made ? ok(made) : refuse("passkey_known");
}
