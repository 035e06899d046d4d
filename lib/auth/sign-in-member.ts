import "server-only";
import { claimPoints } from "@/lib/claims/claim-points";
import { receiptPath } from "@/lib/claims/receipt-path";
import { logFault } from "@/lib/log";
import type { TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { rememberBrowser } from "./known-browser";
import { startSession } from "./start-session";
import { tryCode } from "./try-code";
import { type ProvenMember, verifyMemberCode } from "./verify-member-code";

export type SignInAnswer =
  | { ok: true; landing: string }
  | { ok: false; reason: CodeRefusal }
  | { ok: false; reason: "too_many_guesses"; retryAfterSeconds: number };

/**
 * What was asked for before signing in is done now: a claim ends on its receipt, a refused one on the code's page, which says why. The code is
 * used up by now, so a fault must not cost the claim: its page is where it can be made again.
 */
async function landingOf({ memberId, claimToken, resumeTo }: ProvenMember, requestId: string, at: Date) {
  if (!claimToken) return resumeTo ?? "/";
  try {
    const claimed = await claimPoints({ token: claimToken, memberId, at });
    return claimed.ok ? receiptPath(claimed.value) : `/e/${claimToken}`;
  } catch (fault) {
    logFault(fault, { requestId });
    return `/e/${claimToken}`;
  }
}

/** Signs the owner of the typed code in and resolves to the path to land on. Only in an action. */
export async function signInMember(
  typed: TypedCode,
  from: { address: string; requestId: string },
  at: Date,
): Promise<SignInAnswer> {
  const proven = await tryCode("member", typed, from.address, (counted) => verifyMemberCode(counted, at));
  if (!proven.ok) return proven;
  await startSession({ memberId: proven.value.memberId }, at);
  await rememberBrowser("member", proven.value.emailIndex);
  return { ok: true, landing: await landingOf(proven.value, from.requestId, at) };
}
