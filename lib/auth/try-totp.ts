import "server-only";
import { keepAttempt, returnAttempt, takeAttempt } from "@/lib/limits/limits";
import type { Result } from "@/lib/shared/result";
import { countGuess, peekGuesses, type TooMany } from "./try-code";

const kinds = ["totp_guess", "totp_guess_day"] as const;

/** Counted before the check, so that codes typed at once in many browsers count too. */
async function takeGuess(key: string) {
  for (const kind of kinds) {
    const taken = await takeAttempt(kind, key);
    if (!taken.ok) return taken;
  }
  return { ok: true } as const;
}

/**
 * Lets `verify` check a code of an authenticator app, within exact limits on wrong ones for each person: ten an hour and thirty a day, of a
 * million codes of which three are right. Who can read the mailbox can use them up for browsers that the person never signed in on; the
 * person's own browsers (another `key`) and passkeys are not shut out.
 */
export async function tryTotp<T, Reason extends string>(
  key: string,
  address: string,
  verify: () => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason> | TooMany> {
  const fromHere = await peekGuesses(address);
  const allowed = fromHere.ok ? await takeGuess(key) : fromHere;
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const verified = await verify();
  const isWrong = !verified.ok && verified.reason === "wrong_totp";
  for (const kind of kinds) await (isWrong ? keepAttempt : returnAttempt)(kind, key);
  if (isWrong) await countGuess(address);
  return verified;
}
