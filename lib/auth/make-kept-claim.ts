import "server-only";
import { db } from "@/db/client";
import { claimPoints } from "@/lib/claims/claim-points";
import { receiptPath } from "@/lib/claims/receipt-path";
import { logFault } from "@/lib/log";
import { decideDrawn } from "@/lib/members/decide-drawn";
import { findBrowserHash } from "./browser";
import { findAttempt } from "./find-attempt";
import { dropClaim, openClaim } from "./keep-claim";

/**
 * Makes the claim that waits in this browser, if any: it ends on its receipt, a refused one on the code's page, which says why. One that somebody
 * else asked for, on their own page, is not made for whoever signs in now: they land on the code's page, with the offer before them. A claim is
 * taken away only once it is made, and a second time finds the first receipt, so that neither a crash nor a repeat loses or doubles it. A fault must not
 * cost the claim: its page is where it can be made again.
 */
export async function makeKeptClaim(memberId: string, requestId: string, at: Date): Promise<string | undefined> {
  const browserHash = await findBrowserHash();
  const attempt = browserHash && (await findAttempt(db, "member", browserHash));
  if (!attempt?.pendingClaim || attempt.expiresAt <= at) return undefined;
  const { token, drawnFor } = openClaim(attempt.pendingClaim);
  const drawn = drawnFor ? { memberId: drawnFor, name: null } : undefined;
  try {
    const isTheirs = decideDrawn(drawn, { memberId, name: null }).ok;
    const claimed = isTheirs ? await claimPoints({ token, memberId, at }) : undefined;
    await dropClaim(attempt.browserHash, attempt.pendingClaim);
    return claimed?.ok ? receiptPath(claimed.value) : `/e/${token}`;
  } catch (fault) {
    logFault(fault, { requestId });
    return `/e/${token}`;
  }
}
