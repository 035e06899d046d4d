import "server-only";
import { claimPoints } from "@/lib/claims/claim-points";
import { peekAttempt, takeAttempt } from "@/lib/limits/limits";
import type { TypedCode } from "./check-sign-in-code";
import { KNOWN_COOKIE, setCookie } from "./cookies";
import type { CodeRefusal } from "./decide-sign-in-code";
import { hashKnownBrowser } from "./hash-sign-in";
import { startSession } from "./start-session";
import { verifyMemberCode } from "./verify-member-code";

export type SignInAnswer =
  | { ok: true; landing: string }
  | { ok: false; reason: CodeRefusal }
  | { ok: false; reason: "too_many_guesses"; retryAfterSeconds: number };

/** What was asked for before signing in is done now: a claim ends on its receipt, a refused one on the code's page, which says why. */
async function landingOf(
  memberId: string,
  claimToken: string | undefined,
  resumeTo: string | undefined,
  at: Date,
): Promise<string> {
  if (!claimToken) return resumeTo ?? "/";
  const claimed = await claimPoints({ token: claimToken, memberId, at });
  return claimed.ok ? `/receipts/${claimed.value.transferId}` : `/e/${claimToken}`;
}

/**
 * Signs the owner of the typed code in and resolves to the path to land on. Wrong codes are counted per client address, so that a flood of
 * guesses ends, and never per mailbox, so that nobody's guesses keep its owner out. Only in an action.
 */
export async function signInMember(typed: TypedCode, address: string, at: Date): Promise<SignInAnswer> {
  const allowed = await peekAttempt("sign_in_guess", address);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  const proven = await verifyMemberCode(typed, at);
  if (!proven.ok) {
    if (proven.reason === "wrong_code") await takeAttempt("sign_in_guess", address);
    return proven;
  }
  const { memberId, emailIndex, claimToken, resumeTo } = proven.value;
  await startSession({ memberId }, at);
  await setCookie(KNOWN_COOKIE, hashKnownBrowser(emailIndex), { keep: true });
  return { ok: true, landing: await landingOf(memberId, claimToken, resumeTo, at) };
}
