import { isSameHash } from "@/lib/shared/keyed-hash";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** A sign-in under way is forgotten 15 minutes after its last step. */
export const ATTEMPT_MS = 15 * 60 * 1000;
/** A code can be typed for 10 minutes, five times; a short one once while its mailbox is guessed at. */
export const CODE_MS = 10 * 60 * 1000;
export const TRIES = 5;
const TRIES_WHEN_GUESSED = 1;
/** Digits of a code; a long one cannot be guessed, whatever the limits. */
export const SHORT_CODE = 6;
export const LONG_CODE = 12;
/** Mails to one browser while one sign-in lasts. */
const MAILS = 5;

export type SentCode = { codeHash: Uint8Array | null; codeExpiresAt: Date | null; triesLeft: number; expiresAt: Date };
export type CodeRefusal = "no_attempt" | "code_expired" | "no_tries_left" | "wrong_code";

/**
 * How long a code is: long once five wrong codes were typed for its mailbox within an hour or 20 within a day, and from the fifth that was
 * mailed to it within an hour. Known browsers are counted apart in the same way. Nobody is shut out: whoever reads the mail types what it says.
 *
 * What a guesser with any number of addresses gets (limits.ts): at short codes 5 tries and one more at each of 4 codes, so nine in an hour, and
 * some forty in a day, odds of 1.5 % in a year of such days. At long ones 150 codes of five tries a day: 3 in ten million in a year.
 */
export const decideDigits = (isGuessedAt: boolean, isOneOfFew: boolean): number =>
  isGuessedAt || !isOneOfFew ? LONG_CODE : SHORT_CODE;

/** How many tries a code of so many digits has: of those that were mailed before the guessing began, one is left. */
export const decideTries = (isGuessedAt: boolean, digits: number): number =>
  isGuessedAt && digits === SHORT_CODE ? TRIES_WHEN_GUESSED : TRIES;

/**
 * Whether the typed code, hashed like the sent one, is right. `tries` are those of `decideTries`. What others typed elsewhere never makes
 * a code wrong that is typed right at the first try.
 */
export function decideSignInCode(
  sent: SentCode | undefined,
  typedHash: Uint8Array,
  tries: number,
  at: Date,
): Result<"right", CodeRefusal> {
  if (!sent?.codeHash || !sent.codeExpiresAt || sent.expiresAt <= at) return refuse("no_attempt");
  if (sent.codeExpiresAt <= at) return refuse("code_expired");
  if (TRIES - sent.triesLeft >= tries) return refuse("no_tries_left");
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
