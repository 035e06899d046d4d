import { giveTotp } from "@/db/seed/give-totp";
import { env } from "@/lib/env";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerRegistration } from "@/lib/passkeys/questions";
import { addPasskey } from "@/lib/staff/add-passkey";
import { addStaff } from "@/lib/staff/add-staff";
import { SoftAuthenticator } from "../support/soft-authenticator";

const SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** Somebody on the staff with a passkey and an authenticator app, both in the proof's own hands. */
export async function openDesk(now: Date) {
  const [email, name, browserHash] = ["desk@example.jp", "狛江 二郎", Buffer.alloc(32, 1)];
  const { staffId } = await addStaff({ name, section: "健康推進課", email, roles: ["programme"] }, now);
  await giveTotp(staffId, SECRET, now);
  const authenticator = new SoftAuthenticator(env.APP_ORIGIN);
  const options = await offerRegistration(staffKeys, { browserHash, ownerId: staffId, name, email }, "komapo", now);
  const wish = { browserHash, registration: authenticator.create(options), label: "proof" };
  const added = await addPasskey(wish, { staffId, requestId: "proof" }, now);
  if (!added.ok) throw new Error(`the desk's passkey was refused: ${added.reason}`);
  return { staffId, email, secret: SECRET, authenticator };
}
