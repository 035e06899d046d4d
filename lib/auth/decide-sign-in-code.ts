import { isSameHash } from "@/lib/shared/keyed-hash";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** A sign-in under way is forgotten 15 minutes after its last step. */
export const ATTEMPT_MS = 15 * 60 * 1000;
/** A code can be typed for 10 minutes, five times, or once while its mailbox is guessed at. */
export const CODE_MS = 10 * 60 * 1000;
export const TRIES = 5;
const TRIES_WHEN_GUESSED = 1;
/** Mails to one browser while one sign-in lasts. */
const MAILS = 5;

export type SentCode = { codeHash: Uint8Array | null; codeExpiresAt: Date | null; triesLeft: number; expiresAt: Date };
export type CodeRefusal = "no_attempt" | "code_expired" | "no_tries_left" | "wrong_code";

/**
 * How many tries a code has. Once 20 wrong codes were typed for a mailbox within 24 hours, a code that was mailed to a browser its owner never
 * signed in on has one; known browsers are counted apart in the same way. Nobody is shut out: whoever reads the mail types it right at once.
 *
 * The odds of a guesser with any number of addresses: 150 mails a day (limits.ts) are at most 20 + 150 = 170 tries a day at one of 1,000,000
 * codes, so 6 % in a year in which the owner finds 150 mails in the box every day. With five tries for each code it would be 24 %.
 * On a known browser (a shared computer): 5 mails an hour, 140 tries a day, 5 % in a year.
 */
export const decideTries = (isGuessedAt: boolean): number => (isGuessedAt ? TRIES_WHEN_GUESSED : TRIES);

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
