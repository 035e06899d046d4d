import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Keys } from "./keys";
import { type LivePasskey, listPasskeys } from "./live-passkeys";
import { CHALLENGE_MS, openChallenge } from "./open-challenge";
import { keyKinds, relyingParty } from "./relying-party";

const asked = { userVerification: "required", timeout: CHALLENGE_MS } as const;

const describe = (passkeys: readonly LivePasskey[]) =>
  passkeys.map(({ credentialId, transports }) => ({
    id: Buffer.from(credentialId).toString("base64url"),
    transports,
  }));

/** Asks for any passkey of ours: the answer says whose it is, and nothing here tells who has one. */
export async function offerSignIn(
  keys: Keys,
  browserHash: Uint8Array,
  at: Date,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await openChallenge(keys, { browserHash, purpose: "sign_in", ownerId: null }, at);
  return generateAuthenticationOptions({ rpID: relyingParty().id, challenge, ...asked });
}

export type AskedAgain = { browserHash: Uint8Array; purpose: "step_up" | "prove"; ownerId: string };

/** Asks a person who is signed in for one of their own passkeys. */
export async function offerAgain(keys: Keys, of: AskedAgain, at: Date): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const allowCredentials = describe(await listPasskeys(keys, of.ownerId));
  const challenge = await openChallenge(keys, of, at);
  return generateAuthenticationOptions({ rpID: relyingParty().id, challenge, allowCredentials, ...asked });
}

/** `name` is how the device tells the account from others; `email` what it is signed in with. */
export type NewPasskeyOwner = { browserHash: Uint8Array; ownerId: string; name: string; email: string };

/** Asks for a new passkey that can be found without a name typed (discoverable), on a device that holds none of the person's yet. */
export async function offerRegistration(
  keys: Keys,
  { browserHash, ownerId, name, email }: NewPasskeyOwner,
  service: string,
  at: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const excludeCredentials = describe(await listPasskeys(keys, ownerId));
  const challenge = await openChallenge(keys, { browserHash, purpose: "register", ownerId }, at);
  return generateRegistrationOptions({
    rpName: service,
    rpID: relyingParty().id,
    userID: new TextEncoder().encode(ownerId),
    userName: email,
    userDisplayName: name,
    challenge,
    timeout: CHALLENGE_MS,
    supportedAlgorithmIDs: [...keyKinds],
    excludeCredentials,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}
