import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberMerges, members } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { undoMerge } from "@/lib/ledger/post-merge";
import { getSettings } from "@/lib/settings/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideUndo, type MergeRefusal, readMergeRefusal } from "./decide-merge";
import { findMergeFacts, lockMergeSides, type MergeFacts } from "./find-merge-facts";
import { keepWaysIn } from "./keep-ways-in";
import { lockAddress } from "./lock-member";
import { MovedPayload, UndoMergePayload } from "./merge-input";
import { returnWaysIn } from "./move-ways-in";
import { recordMemberEvent } from "./record-event";

type Draft = { id: string; payload: unknown; makerId: string; reason: string };
type Undone = { mergeId: string; points: number; spent: number };

/**
 * Undoes a merge, in the approval's transaction: what is left of the very lots, and the ways in that are still there, go back. What was spent
 * meanwhile stays spent, and is said; an address that is another member's by now is left to them, as the draft and the own log say. Every session of who stays
 * ends: the person behind it may be the one who goes. A card stays void, a proxy ended: both are made anew at the counter. Refuses what `decideUndo` refuses, `points_held`, and
 * `last_way_in` where either would be left without a way in.
 */
export async function executeUndoMerge(
  tx: Transaction,
  draft: Draft,
  actor: StaffActor,
  at: Date,
): Promise<Result<Undone, MergeRefusal>> {
  const { mergeId } = UndoMergePayload.parse(draft.payload);
  const staffIds = [draft.makerId, actor.staffId];
  const known = await findMergeFacts(tx, mergeId, staffIds);
  if (known?.leftAddress) await lockAddress(tx, known.leftAddress);
  if (known) await lockMergeSides(tx, known.fromMemberId, known.intoMemberId, staffIds);
  const decided = decideUndo(await findMergeFacts(tx, mergeId, staffIds));
  if (!decided.ok) return decided;
  const merge = decided.value;
  const { refund_grace_days: graceDays } = await getSettings();
  const by = `staff:${actor.staffId}`;
  const posted = await undoMerge(tx, { mergeId, actor: by, reason: draft.reason, graceDays });
  if (!posted.ok) return refuse(readMergeRefusal(posted.reason));
  const { points } = posted.value;
  await openAgain(tx, merge, by, at);
  await returnWaysIn(tx, { ...merge, actor: by }, MovedPayload.parse(merge.moved), at);
  if (!(await keepWaysIn(tx))) return refuse("last_way_in");
  await tx.update(memberMerges).set({ undoneAt: at, undoApprovalId: draft.id }).where(eq(memberMerges.id, mergeId));
  const spent = merge.points - points;
  for (const memberId of [merge.fromMemberId, merge.intoMemberId])
    await recordMemberEvent(tx, { memberId, kind: "unmerged", actor: by, detail: { points, spent } }, at);
  return ok({ mergeId, points, spent });
}

/** It is a membership of its own again, with the address that the merge left behind. */
async function openAgain(tx: Transaction, merge: MergeFacts, actor: string, at: Date): Promise<void> {
  const memberId = merge.fromMemberId;
  const address = merge.isAddressTaken ? { emailIndex: null, emailEncrypted: null } : {};
  await tx
    .update(members)
    .set({ state: "active", mergedIntoId: null, ...address })
    .where(eq(members.id, memberId));
  if (merge.isAddressTaken) await recordMemberEvent(tx, { memberId, kind: "removed_email", actor }, at);
}
