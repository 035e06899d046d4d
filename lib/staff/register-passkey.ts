import { type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server";
import type { Transaction } from "@/db/client";
import { staffPasskeys } from "@/db/schema";
import { newId } from "@/lib/shared/ids";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { lockStaff } from "./lock-staff";
import type { ChallengeOf } from "./open-challenge";
import type { Registration } from "./passkey-input";
import { keyKinds, relyingParty } from "./relying-party";
import { takeChallenge } from "./take-challenge";

export type RegisterRefusal = "challenge_spent" | "passkey_refused" | "passkey_known";
export type NewPasskey = {
  staffId: string;
  browserHash: Uint8Array;
  registration: Registration;
  /** The browser and system it was made on, by which its owner tells it from others. */
  label: string;
};

async function check(tx: Transaction, { staffId, browserHash, registration }: NewPasskey, at: Date) {
  const party = relyingParty();
  const of: ChallengeOf = { browserHash, purpose: "register", staffId };
  const state = { isSpent: false };
  const verified = await verifyRegistrationResponse({
    response: registration as RegistrationResponseJSON,
    expectedChallenge: async (challenge) => {
      state.isSpent = !(await takeChallenge(tx, of, challenge, at));
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

/** Keeps a new passkey of the person, who was verified by the authenticator. The caller's transaction must commit in any case. */
export async function registerPasskey(
  tx: Transaction,
  wish: NewPasskey,
  at: Date,
): Promise<Result<{ passkeyId: string }, RegisterRefusal>> {
  await lockStaff(tx, wish.staffId);
  const checked = await check(tx, wish, at);
  if (!checked.ok) return checked;
  const { credential, credentialBackedUp: backedUp } = checked.value;
  const { staffId, label } = wish;
  const key = {
    credentialId: Buffer.from(credential.id, "base64url"),
    publicKey: credential.publicKey,
    signCount: credential.counter,
    transports: wish.registration.response.transports ?? [],
  };
  const [made] = await tx
    .insert(staffPasskeys)
    .values({ id: newId(), staffId, label, backedUp, ...key, createdAt: at })
    .onConflictDoNothing({ target: staffPasskeys.credentialId })
    .returning({ passkeyId: staffPasskeys.id });
  return made ? ok(made) : refuse("passkey_known");
}
