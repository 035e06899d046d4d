import { verifySync } from "otplib";

export const STEP_SECONDS = 30;

/**
 * The 30-second step whose code this is (RFC 6238), the step before and the one after included; undefined where it is none's. `now` is the
 * machine's clock and never city time: the app on the person's phone knows no other.
 */
export function matchTotp(secret: string, code: string, now: Date): number | undefined {
  const epoch = Math.floor(now.getTime() / 1000);
  const found = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  return found.valid && "timeStep" in found ? found.timeStep : undefined;
}
