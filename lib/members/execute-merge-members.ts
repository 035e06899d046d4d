import { and, eq, isNull, or } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberMerges, members, proxies } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { openAccount } from "@/lib/ledger/open-account";
import { postMerge } from "@/lib/ledger/post-merge";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideMerge, type MergeRefusal, readMergeRefusal } from "./decide-merge";
import { lockMergeSides, type MergeSide } from "./find-merge-facts";
import { MergePayload } from "./merge-input";
import { moveWaysIn } from "./move-ways-in";
import { recordMemberEvent } from "./record-event";
import { markCardRevoked } from "./revoke-card";

type Draft = { id: string; payload: unknown; makerId: string; reason: string };

/**
 * Makes one membership of two, in the approval's transaction: points lot by lot, ways in, sessions, card, state. Looks again: either may have left or
 * been merged since. Refuses what `decideMerge` refuses, of maker and checker, and `points_held`.
 */
export async function executeMergeMembers(
  tx: Transaction,
  draft: Draft,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ mergeId: string; points: number }, MergeRefusal>> {
  const payload = MergePayload.parse(draft.payload);
  const { fromMemberId, intoMemberId } = payload;
  const sides = await lockMergeSides(tx, fromMemberId, intoMemberId, [draft.makerId, actor.staffId]);
  const decided = decideMerge(sides.from, sides.into);
  if (!decided.ok) return decided;
  const { from, into } = decided.value;
  const mergeId = draft.id;
  const accountId = await openAccount(tx, "merge", mergeId);
  const accounts = { fromAccountId: from.accountId, intoAccountId: into.accountId };
  const posted = await postMerge(tx, { mergeId, ...accounts, actor: `staff:${actor.staffId}` });
  if (!posted.ok) return refuse(readMergeRefusal(posted.reason));
  const { points } = posted.value;
  const moved = await moveWaysIn(tx, from, into, mergeId);
  await closeMembership(tx, from, into, { actor, reason: draft.reason, at });
  await tx.insert(memberMerges).values({
    ...{ id: mergeId, fromMemberId, intoMemberId, accountId, points, moved, mergedAt: at, approvalId: draft.id },
  });
  for (const memberId of [fromMemberId, intoMemberId])
    await recordMemberEvent(tx, { memberId, kind: "merged", actor: `staff:${actor.staffId}`, detail: { points } }, at);
  return ok({ mergeId, points });
}

type Closing = { actor: StaffActor; reason: string; at: Date };

/** Its card is void, nobody acts for it or by it any more, and it is the other's. */
async function closeMembership(tx: Transaction, from: MergeSide, into: MergeSide, { actor, reason, at }: Closing) {
  if (from.cardId) await markCardRevoked(tx, { cardId: from.cardId, reason }, actor, at);
  await tx
    .update(proxies)
    .set({ endedAt: at, endedBy: `staff:${actor.staffId}` })
    .where(
      and(or(eq(proxies.principalId, from.memberId), eq(proxies.agentId, from.memberId)), isNull(proxies.endedAt)),
    );
  await tx.update(members).set({ state: "merged", mergedIntoId: into.memberId }).where(eq(members.id, from.memberId));
}
