import { db } from "@/db/client";
import { postGrant } from "@/lib/ledger/post-grant";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ClaimRefusal, claimEventKey, decideClaim, readClaimRefusal } from "./decide-claim";
import { findClaimFacts } from "./queries";

/** `token` is the 22 characters of the code's address; `agentId` the member who acts for this one, if somebody does. */
export type Claim = { token: string; memberId: string; agentId?: string | undefined; at: Date };
/** `points` as they were granted, `receivedAt` when it was recorded; `isRepeat` when this claim only found the first one. */
export type ClaimReceipt = { transferId: string; isRepeat: boolean; points: number; receivedAt: Date };

/**
 * Receives an activity's points, once per event (product rule 5): facts, then one atomic post. Every repeat, even after
 * the window or with a reissued code, gives the first receipt. Refuses what `ClaimRefusal` names.
 */
export async function claimPoints(claim: Claim): Promise<Result<ClaimReceipt, ClaimRefusal>> {
  const facts = await findClaimFacts(claim);
  if (!facts) return refuse("unknown_code");
  if (facts.received) return ok({ ...facts.received, isRepeat: true });
  const decided = decideClaim(facts, claim.at);
  if (!decided.ok) return decided;

  const { activityId, programmeId, codeId, memberAccountId } = facts;
  const posted = await postGrant(db, {
    ...decided.value,
    eventKey: claimEventKey({ ...facts, memberId: claim.memberId }, claim.at),
    memberAccountId,
    programmeId,
    activityId,
    codeId,
    happenedAt: claim.at,
    actor: `member:${claim.agentId ?? claim.memberId}`,
  });
  if (posted.ok) {
    const { id: transferId, points, recordedAt: receivedAt, isRepeat } = posted.value;
    return ok({ transferId, points, receivedAt, isRepeat });
  }
  return answerRefusal(posted.reason, claim);
}

/** The activity's points were changed between our two steps, and a twin of this claim came first: its receipt is the answer. */
async function answerRefusal(reason: string, claim: Claim): Promise<Result<ClaimReceipt, ClaimRefusal>> {
  const known = readClaimRefusal(reason);
  if (known) return refuse(known);
  const first = reason === "event_key_conflict" ? (await findClaimFacts(claim))?.received : undefined;
  if (!first) throw new Error(`a claim was refused as ${reason}`);
  return ok({ ...first, isRepeat: true });
}
