import { ok, type Result, refuse } from "@/lib/shared/result";

/** A member's QR on their phone is another one every 15 seconds, and is taken at most 30 seconds after it began. */
export const CODE_MS = 15_000;
const ACCEPTED_MS = 30_000;

/** When the code of this moment began: all that a code says besides whose it is. */
export const codeStart = (at: Date): number => Math.floor(at.getTime() / CODE_MS) * CODE_MS;

/** Milliseconds until the next one. */
export const codeMsLeft = (at: Date): number => codeStart(at) + CODE_MS - at.getTime();

/** Whether a code that began then is taken now; one from the future was never shown. */
export function decideMemberCode(startedAt: number, at: Date): Result<null, "code_too_old"> {
  const age = at.getTime() - startedAt;
  return age >= 0 && age < ACCEPTED_MS ? ok(null) : refuse("code_too_old");
}
