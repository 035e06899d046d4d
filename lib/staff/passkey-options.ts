import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { type Factors, listFactors } from "./list-factors";
import { CHALLENGE_MS, openChallenge } from "./open-challenge";
import { keyKinds, relyingParty } from "./relying-party";

const asked = { userVerification: "required", timeout: CHALLENGE_MS } as const;

const describe = ({ passkeys }: Factors) =>
  passkeys.map(({ credentialId, transports }) => ({
    id: Buffer.from(credentialId).toString("base64url"),
    transports,
  }));

/** Asks for any passkey of ours: the answer says whose it is, and nothing here tells who is staff. */
export async function offerSignIn(browserHash: Uint8Array, at: Date): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await openChallenge({ browserHash, purpose: "sign_in", staffId: null }, at);
  return generateAuthenticationOptions({ rpID: relyingParty().id, challenge, ...asked });
}

/** Asks a person who is signed in for one of their own passkeys. */
export async function offerStepUp(
  { browserHash, staffId }: { browserHash: Uint8Array; staffId: string },
  at: Date,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const allowCredentials = describe(await listFactors(staffId));
  const challenge = await openChallenge({ browserHash, purpose: "step_up", staffId }, at);
  return generateAuthenticationOptions({ rpID: relyingParty().id, challenge, allowCredentials, ...asked });
}

export type NewPasskeyOwner = { browserHash: Uint8Array; staffId: string; name: string; email: string };

/** Asks for a new passkey that can be found without a name typed (discoverable), on a device that holds none of the person's yet. */
export async function offerRegistration(
  { browserHash, staffId, name, email }: NewPasskeyOwner,
  service: string,
  at: Date,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const excludeCredentials = describe(await listFactors(staffId));
  const challenge = await openChallenge({ browserHash, purpose: "register", staffId }, at);
  return generateRegistrationOptions({
    rpName: service,
    rpID: relyingParty().id,
    userID: new TextEncoder().encode(staffId),
    userName: email,
    userDisplayName: name,
    challenge,
    timeout: CHALLENGE_MS,
    supportedAlgorithmIDs: [...keyKinds],
    excludeCredentials,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}
