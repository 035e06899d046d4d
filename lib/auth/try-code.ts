import "server-only";
import { db } from "@/db/client";
import {
  type Allowance,
  keepAttempt,
  peekAttempt,
  returnAttempt,
  spendAttempt,
  takeAttempt,
} from "@/lib/limits/limits";
import { type Result, refuse } from "@/lib/shared/result";
import type { CountedCode, TypedCode } from "./check-sign-in-code";
import { decideWiderNetwork } from "./decide-client-address";
import { decideTries } from "./decide-sign-in-code";
import { findAttempt } from "./find-attempt";
import type { Audience } from "./hash-sign-in";
import { isKnownBrowser, mailboxKey } from "./known-browser";

export type TooMany = { ok: false; reason: "too_many_guesses"; retryAfterSeconds: number };

/** Whether one more guess may come from this client address. */
export async function peekGuesses(address: string): Promise<Allowance> {
  const fromHere = await peekAttempt("sign_in_guess", address);
  const wider = decideWiderNetwork(address);
  return fromHere.ok && wider ? peekAttempt("sign_in_guess_wide", wider) : fromHere;
}

/** A wrong code came from this client address. */
export async function countGuess(address: string): Promise<void> {
  await spendAttempt("sign_in_guess", address);
  const wider = decideWiderNetwork(address);
  if (wider) await spendAttempt("sign_in_guess_wide", wider);
}

/** Whether so many wrong codes were typed for this mailbox that its next one is to be a long one. */
export async function isGuessedAt(mailbox: string): Promise<boolean> {
  const [hour, day] = [
    await peekAttempt("sign_in_guess_mailbox", mailbox),
    await peekAttempt("sign_in_guess_day", mailbox),
  ];
  return !hour.ok || !day.ok;
}

/** Counts a try before it is known to be wrong, and says whether the mailbox was guessed at already. */
async function takeGuess(mailbox: string): Promise<boolean> {
  const [hour, day] = [
    await takeAttempt("sign_in_guess_mailbox", mailbox),
    await takeAttempt("sign_in_guess_day", mailbox),
  ];
  return !hour.ok || !day.ok;
}

async function keepGuess(mailbox: string): Promise<void> {
  await keepAttempt("sign_in_guess_mailbox", mailbox);
  await keepAttempt("sign_in_guess_day", mailbox);
}

async function returnGuess(mailbox: string): Promise<void> {
  await returnAttempt("sign_in_guess_mailbox", mailbox);
  await returnAttempt("sign_in_guess_day", mailbox);
}

/**
 * Lets `verify` check a typed code, within the limits on guesses. Wrong codes shut a client address out for a while, never a mailbox: there they
 * lower the tries of a code (`decideTries`), and are counted before the check, so that guesses made at once in many browsers count too.
 */
export async function tryCode<T, Reason extends string>(
  audience: Audience,
  typed: TypedCode,
  address: string,
  verify: (typed: CountedCode) => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason | "no_attempt"> | TooMany> {
  const allowed = await peekGuesses(address);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const { emailIndex } = (await findAttempt(db, audience, typed.browserHash)) ?? {};
  if (!emailIndex) return refuse("no_attempt");
  const mailbox = mailboxKey(audience, emailIndex, await isKnownBrowser(audience, emailIndex));
  const tries = decideTries(await takeGuess(mailbox), typed.code.length);
  const verified = await verify({ ...typed, emailIndex, tries });
  const isWrong = !verified.ok && verified.reason === "wrong_code";
  await (isWrong ? keepGuess(mailbox) : returnGuess(mailbox));
  if (isWrong) await countGuess(address);
  return verified;
}
