import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { type Result, refuse } from "@/lib/shared/result";
import { decideMerge, decideUndo, type MergeRefusal } from "./decide-merge";
import { mergeDraftOf, undoDraftOf } from "./decide-merge-draft";
import { findMergeFacts, lockMergeSides } from "./find-merge-facts";

/** `number`: of the membership that stays, nine digits. */
export type MergeWish = { memberId: string; number: string; reason: string; followsId?: string | undefined };
export type UndoWish = { mergeId: string; reason: string; followsId?: string | undefined };
type Drafted = Result<OpenedDraft, MergeRefusal | DraftRefusal>;

/** 統合: asks a second person to make one membership of two. Nothing moves yet. Refuses what `decideMerge` and `openApproval` refuse. */
export async function draftMerge(wish: MergeWish, actor: StaffActor, at: Date): Promise<Drafted> {
  const answer = await runTransaction(async (tx): Promise<Drafted> => {
    const [stays] = await tx.select({ id: members.id }).from(members).where(eq(members.number, wish.number));
    if (!stays) return refuse("unknown_member");
    const { from, into } = await lockMergeSides(tx, wish.memberId, stays.id, [actor.staffId]);
    const decided = decideMerge(from, into);
    return decided.ok ? openApproval(tx, mergeDraftOf(decided.value, wish), actor, at) : decided;
  });
  const act = { act: "draft_merge_members", targetKind: "member", targetId: wish.memberId };
  return recordDenied(answer, actor, act, at);
}

/** Asks a second person to undo a merge. Refuses what `decideUndo` and `openApproval` refuse. */
export async function draftUndoMerge(wish: UndoWish, actor: StaffActor, at: Date): Promise<Drafted> {
  const answer = await runTransaction(async (tx): Promise<Drafted> => {
    const decided = decideUndo(await findMergeFacts(tx, wish.mergeId, [actor.staffId]));
    return decided.ok ? openApproval(tx, undoDraftOf(decided.value, wish), actor, at) : decided;
  });
  const act = { act: "draft_undo_merge", targetKind: "merge", targetId: wish.mergeId };
  return recordDenied(answer, actor, act, at);
}
