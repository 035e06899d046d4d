import type { Sql } from "postgres";
import { approve } from "@/lib/approvals/approve";
import type { StaffActor } from "@/lib/audit/record-act";
import { draftMerge, draftUndoMerge } from "@/lib/members/draft-merge";
import { executeMergeMembers } from "@/lib/members/execute-merge-members";
import { executeUndoMerge } from "@/lib/members/execute-undo-merge";
import { everything } from "./approval-fixtures";
import { MAY_DAY } from "./staff-fixtures";

export const numberOf = async (admin: Sql, memberId: string): Promise<string> =>
  String((await admin`select number from members where id = ${memberId}`)[0]?.number);

type Pair = { from: string; into: string };
const reason = "同じ人の二つの登録のため";

/** Asks for a merge; the draft's id, or the reason of its refusal. */
export async function askMerge(admin: Sql, { from, into }: Pair, maker: StaffActor): Promise<string> {
  const wish = { memberId: from, number: await numberOf(admin, into), reason };
  const asked = await draftMerge(wish, maker, MAY_DAY);
  return asked.ok ? asked.value.id : asked.reason;
}

export const approveMerge = (approvalId: string, checker: StaffActor) =>
  approve({ approvalId, authority: everything, execute: executeMergeMembers }, checker, MAY_DAY);

/** Merges with two persons; the merge's id. */
export async function mergeMembers(admin: Sql, pair: Pair, maker: StaffActor, checker: StaffActor): Promise<string> {
  const approvalId = await askMerge(admin, pair, maker);
  const approved = await approveMerge(approvalId, checker);
  if (!approved.ok) throw new Error(`a merge was refused: ${approved.reason}`);
  return approvalId;
}

/** Asks for the undoing of a merge; the draft's id, or the reason of its refusal. */
export async function askUndo(mergeId: string, maker: StaffActor): Promise<string> {
  const asked = await draftUndoMerge({ mergeId, reason: "別の人だったため" }, maker, MAY_DAY);
  return asked.ok ? asked.value.id : asked.reason;
}

export const approveUndo = (approvalId: string, checker: StaffActor) =>
  approve({ approvalId, authority: everything, execute: executeUndoMerge }, checker, MAY_DAY);
