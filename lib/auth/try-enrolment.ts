import "server-only";
import { keepAttempt, returnAttempt, takeAttempt } from "@/lib/limits/limits";
import { log } from "@/lib/log";
import type { Result } from "@/lib/shared/result";
import { isKnownBrowser, mailboxKey } from "./known-browser";
import type { SecondStep } from "./second-step";
import type { From } from "./sign-in-by-totp";
import { countGuess, peekGuesses, type TooMany } from "./try-code";

/**
 * Lets whoever has proven an address try a step of an enrolment, within exact limits on refused ones for the mailbox and for the client address.
 * Each refused one is a row of the audit, so without them a reader of the mailbox could write as many as they please; what is beyond is only logged.
 */
export async function tryEnrolment<T, Reason extends string>(
  { emailIndex }: Pick<SecondStep, "emailIndex">,
  { address, requestId }: From,
  step: () => Promise<Result<T, Reason>>,
): Promise<Result<T, Reason> | TooMany> {
  const key = mailboxKey("staff", emailIndex, await isKnownBrowser("staff", emailIndex));
  const fromHere = await peekGuesses(address);
  const allowed = fromHere.ok ? await takeAttempt("enrolment_guess", key) : fromHere;
  if (!allowed.ok) {
    log.warn({ requestId }, "too many refused steps of an enrolment");
    return { ...allowed, reason: "too_many_guesses" };
  }
  const tried = await step();
  await (tried.ok ? returnAttempt : keepAttempt)("enrolment_guess", key);
  if (!tried.ok) await countGuess(address);
  return tried;
}
