import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result } from "@/lib/shared/result";
import { decideWithdrawal, type WithdrawalRefusal } from "./decide-approval";
import { auditRowOf } from "./decide-audit-row";
import type { GuardRefusal } from "./decide-refusal";
import { endDraft } from "./end-draft";
import { lockDraft } from "./lock-draft";
import { recordRefusedStep } from "./record-refused-step";

/** 取り下げ: the maker takes a pending draft back. Again: changes nothing. Refuses what `decideWithdrawal` refuses. */
export async function withdraw(
  { approvalId }: { approvalId: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, WithdrawalRefusal | GuardRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, WithdrawalRefusal | GuardRefusal>> => {
    const found = await lockDraft(tx, approvalId, actor.staffId);
    if (found?.state === "withdrawn" && found.makerId === actor.staffId) return ok({ id: found.id });
    const decided = decideWithdrawal(found, actor.staffId, at);
    if (!decided.ok) return decided;
    const ended = await endDraft(tx, decided.value.id, { state: "withdrawn", endedAt: at });
    if (!ended.ok) return ended;
    await recordAct(tx, actor, auditRowOf("withdraw", decided.value), at);
    return ok({ id: decided.value.id });
  });
  return recordRefusedStep("withdraw", approvalId, answer, actor, at);
}
