import type { PostingRefusal } from "@/lib/ledger/decide-refusal";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** A membership as a merge finds it; `isOwn`: the maker's, or the checker's, own. */
export type MergeMember = {
  memberId: string;
  state: string;
  isSuspended: boolean;
  isOwn: boolean;
};

export const mergeRefusals = [
  "unknown_member",
  "same_member",
  "member_merged",
  "member_left",
  "member_leaving",
  "member_suspended",
  "own_wallet",
  "points_held",
  "unknown_merge",
  "last_way_in",
] as const;
export type MergeRefusal = (typeof mergeRefusals)[number];

const ofState = { merged: "member_merged", left: "member_left", leaving: "member_leaving" } as const;

function decideSide(member: MergeMember): Result<null, MergeRefusal> {
  if (member.isOwn) return refuse("own_wallet");
  const gone = Object.entries(ofState).find(([state]) => state === member.state);
  if (gone) return refuse(gone[1]);
  return member.isSuspended ? refuse("member_suspended") : ok(null);
}

/** Whether two memberships may become one: both alive, neither of them the acting person's own (product §3.9, §3.12). */
export function decideMerge<Member extends MergeMember>(
  from: Member | undefined,
  into: Member | undefined,
): Result<{ from: Member; into: Member }, MergeRefusal> {
  if (!from || !into) return refuse("unknown_member");
  if (from.memberId === into.memberId) return refuse("same_member");
  for (const side of [from, into]) {
    const decided = decideSide(side);
    if (!decided.ok) return decided;
  }
  return ok({ from, into });
}

/** Whether a merge may be undone: it stands still, and who was merged into is still here. */
export function decideUndo<Merge extends { undoneAt: Date | null; intoState: string; isOwn: boolean }>(
  merge: Merge | undefined,
): Result<Merge, MergeRefusal> {
  if (!merge || merge.undoneAt) return refuse("unknown_merge");
  if (merge.isOwn) return refuse("own_wallet");
  if (merge.intoState === "merged") return refuse("member_merged");
  return merge.intoState === "left" ? refuse("member_left") : ok(merge);
}

/** What the ledger says to a merge; anything else is a fault. */
export function readMergeRefusal(reason: PostingRefusal): MergeRefusal {
  if (reason === "own_wallet") return reason;
  if (reason === "insufficient_points") return "points_held";
  throw new Error(`the ledger refused a merge with ${reason}`);
}
