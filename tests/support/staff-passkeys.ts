import { ensureBrowserHash } from "@/lib/auth/browser";
import { env } from "@/lib/env";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerRegistration, offerSignIn } from "@/lib/passkeys/questions";
import { addPasskey } from "@/lib/staff/add-passkey";
import { AT } from "./fixtures";
import { SoftAuthenticator, type Twist } from "./soft-authenticator";
import type { Hired } from "./staff-sign-in";

/** Registers a passkey of the person, as the page of one's own account does. */
export async function givePasskey({ staffId, email }: Hired, twist: Twist = {}) {
  const authenticator = new SoftAuthenticator(env.APP_ORIGIN);
  const browserHash = await ensureBrowserHash();
  const options = await offerRegistration(
    staffKeys,
    { browserHash, ownerId: staffId, email, name: "狛江 花子" },
    "こまポ",
    AT,
  );
  const wish = { browserHash, registration: authenticator.create(options, twist), label: "Chrome / Windows" };
  const added = await addPasskey(wish, { staffId, requestId: "request-3" }, AT);
  return { authenticator, added };
}

/** Asks this browser for a passkey and lets the authenticator answer. */
export async function answerSignIn(authenticator: SoftAuthenticator, twist: Twist = {}, at = AT) {
  const browserHash = await ensureBrowserHash();
  return { browserHash, assertion: authenticator.get(await offerSignIn(staffKeys, browserHash, at), twist) };
}
