import { ensureBrowserHash } from "@/lib/auth/browser";
import { env } from "@/lib/env";
import { addPasskey } from "@/lib/members/add-passkey";
import { memberKeys } from "@/lib/passkeys/keys";
import { offerAgain, offerRegistration, offerSignIn } from "@/lib/passkeys/questions";
import { AT } from "./fixtures";
import { SoftAuthenticator, type Twist } from "./soft-authenticator";

/** A passkey that the member's device has made, and that is not registered yet. */
export async function makeMemberPasskey(memberId: string, twist: Twist = {}) {
  const authenticator = new SoftAuthenticator(env.APP_ORIGIN);
  const browserHash = await ensureBrowserHash();
  const owner = { browserHash, ownerId: memberId, name: "花子", email: "100000017" };
  const options = await offerRegistration(memberKeys, owner, "こまポ", AT);
  const wish = { memberId, browserHash, registration: authenticator.create(options, twist), label: "Safari / iOS" };
  return { authenticator, wish };
}

/** Registers a passkey of the member, as the page of their ways in does. */
export async function giveMemberPasskey(memberId: string, twist: Twist = {}) {
  const { authenticator, wish } = await makeMemberPasskey(memberId, twist);
  return { authenticator, added: await addPasskey(wish, AT) };
}

/** Asks this browser for a citizen's passkey and lets the authenticator answer. */
export async function answerMemberSignIn(authenticator: SoftAuthenticator, twist: Twist = {}, at = AT) {
  const browserHash = await ensureBrowserHash();
  return { browserHash, assertion: authenticator.get(await offerSignIn(memberKeys, browserHash, at), twist) };
}

/** Asks the signed-in member for one of theirs. */
export async function answerProof(memberId: string, authenticator: SoftAuthenticator, at = AT) {
  const browserHash = await ensureBrowserHash();
  const of = { browserHash, purpose: "prove", ownerId: memberId } as const;
  return { browserHash, assertion: authenticator.get(await offerAgain(memberKeys, of, at)) };
}
