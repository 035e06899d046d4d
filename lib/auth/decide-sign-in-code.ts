import { isSameHash } from "@/lib/shared/keyed-hash";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** A sign-in under way is forgotten 15 minutes after its last step. */
export const ATTEMPT_MS = 15 * 60 * 1000;
/** A code can be typed for 10 minutes, five times. */
export const CODE_MS = 10 * 60 * 1000;
export const TRIES = 5;
/** Mails to one browser while one sign-in lasts. */
const MAILS = 5;

export type SentCode = { codeHash: Uint8Array | null; codeExpiresAt: Date | null; triesLeft: number; expiresAt: Date };
export type CodeRefusal = "no_attempt" | "code_expired" | "no_tries_left" | "wrong_code";

/** Whether the typed code, hashed like the sent one, is right. What this answers never depends on what others typed elsewhere. */
export function decideSignInCode(
  sent: SentCode | undefined,
  typedHash: Uint8Array,
  at: Date,
): Result<"right", CodeRefusal> {
  if (!sent?.codeHash || !sent.codeExpiresAt || sent.expiresAt <= at) return refuse("no_attempt");
  if (sent.codeExpiresAt <= at) return refuse("code_expired");
  if (sent.triesLeft <= 0) return refuse("no_tries_left");
  return isSameHash(sent.codeHash, typedHash) ? ok("right") : refuse("wrong_code");
}

export type SentMails = { sentCount: number; expiresAt: Date };

/** Whether this browser may have one more mail; the seconds to wait otherwise. */
export function decideMail(
  sent: SentMails | undefined,
  at: Date,
): { ok: true } | { ok: false; retryAfterSeconds: number } {
  if (!sent || sent.expiresAt <= at || sent.sentCount < MAILS) return { ok: true };
  return { ok: false, retryAfterSeconds: Math.ceil((sent.expiresAt.getTime() - at.getTime()) / 1000) };
}
