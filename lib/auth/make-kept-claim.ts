import "server-only";
import { db } from "@/db/client";
import { claimPoints } from "@/lib/claims/claim-points";
import { receiptPath } from "@/lib/claims/receipt-path";
import { env } from "@/lib/env";
import { logFault } from "@/lib/log";
import { unseal } from "@/lib/shared/seal";
import { findBrowserHash } from "./browser";
import { findAttempt } from "./find-attempt";
import { dropClaim } from "./keep-claim";

/**
 * Makes the claim that waits in this browser, if any: it ends on its receipt, a refused one on the code's page, which says why. It is taken away
 * only once it is made, and a second time finds the first receipt, so that neither a crash nor a repeat loses or doubles it. A fault must not
 * cost the claim: its page is where it can be made again.
 */
export async function makeKeptClaim(memberId: string, requestId: string, at: Date): Promise<string | undefined> {
  const browserHash = await findBrowserHash();
  const attempt = browserHash && (await findAttempt(db, "member", browserHash));
  if (!attempt?.pendingClaim || attempt.expiresAt <= at) return undefined;
  const token = unseal(env.FIELD_KEYS, attempt.pendingClaim);
  try {
    const claimed = await claimPoints({ token, memberId, at });
    await dropClaim(attempt.browserHash, attempt.pendingClaim);
    return claimed.ok ? receiptPath(claimed.value) : `/e/${token}`;
  } catch (fault) {
    logFault(fault, { requestId });
    return `/e/${token}`;
  }
}
