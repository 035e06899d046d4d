import { generateSync } from "otplib";
import { giveTotp } from "@/db/seed/give-totp";
import { proveStaffAddress } from "@/lib/auth/prove-staff-address";
import { signInByTotp } from "@/lib/auth/sign-in-by-totp";
import { addStaff } from "@/lib/staff/add-staff";
import { AT } from "./fixtures";
import { askCode, from, newEmail } from "./sign-in";

export const SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export type Hired = { email: string; staffId: string };

/** A new member of staff with an authenticator app whose secret is `SECRET`, or with no factor yet. */
export async function hire({ enrolled = true } = {}): Promise<Hired> {
  const email = newEmail();
  const { staffId } = await addStaff({ name: "狛江 花子", section: "環境政策課", email, roles: ["programme"] }, AT);
  if (enrolled) await giveTotp(staffId, SECRET, AT);
  return { email, staffId };
}

let clock = AT.getTime();
/** The machine's clock at another try, two steps later, so that no code of an earlier one is meant. */
export const nextNow = (): Date => {
  clock += 60_000;
  return new Date(clock);
};

/** What an authenticator app with `SECRET` shows at a moment. */
export const codeAt = (now: Date): string => generateSync({ secret: SECRET, epoch: Math.floor(now.getTime() / 1000) });

/** In the browser that `useBrowser` opened: the address is proven, nothing more. */
export async function proveAddress({ email }: Pick<Hired, "email">, at = AT): Promise<Buffer> {
  const typed = await askCode({ email, at, audience: "staff" });
  const proven = await proveStaffAddress(typed, from(), at);
  if (!proven.ok) throw new Error(proven.reason);
  return typed.browserHash;
}

/** Both steps, in the browser that `useBrowser` opened. */
export async function signInStaff(hired: Pick<Hired, "email">, at = AT): Promise<void> {
  const browserHash = await proveAddress(hired, at);
  const now = nextNow();
  const answer = await signInByTotp({ browserHash, code: codeAt(now) }, from(), now, at);
  if (!answer.ok) throw new Error(answer.reason);
}
