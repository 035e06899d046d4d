import { generateSync } from "otplib";
import { listDemoPeople } from "./seed";

export type ShownCode = { name: string; email: string; code: string; seconds: number };

const STEP_SECONDS = 30;

/** What the authenticator apps of the demo's staff show at this moment, and for how many seconds more. */
export function showTotpCodes(now: Date): ShownCode[] {
  const epoch = Math.floor(now.getTime() / 1000);
  const seconds = STEP_SECONDS - (epoch % STEP_SECONDS);
  return listDemoPeople().flatMap(({ name, email, totp }) =>
    totp ? [{ name, email, code: generateSync({ secret: totp, epoch }), seconds }] : [],
  );
}
