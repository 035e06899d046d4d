import type { Transaction } from "@/db/client";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result } from "@/lib/shared/result";
import { type Authority, type DecisionRefusal, decideDecision } from "./decide-approval";
import { auditRowOf } from "./decide-audit-row";
import { endDraft } from "./end-draft";
import { type LockedDraft, lockDraft } from "./lock-draft";
import { recordRefusedStep } from "./record-refused-step";

/** What the domain's `execute-…` use case is given: the draft, whose payload it parses, and the second person as the one who acts. */
export type Execute<Reason extends string> = (
  tx: Transaction,
  draft: LockedDraft,
  actor: StaffActor,
  at: Date,
) => Promise<Result<Record<string, unknown> | null, Reason>>;

export type Approval<Reason extends string> = { approvalId: string; authority: Authority; execute: Execute<Reason> };
/** `number`: 起案番号. The same person again gets the first answer, and nothing is executed. */
export type Approved = { id: string; number: string; result: unknown; isRepeat: boolean };

/**
 * 承認: the second person's yes. The act itself runs in the same transaction, so that there is an approval with its act or neither; what `execute`
 * refuses leaves the draft pending. Of two at once one wins, the other hears `already_decided`. Refuses what `decideDecision` and `execute` refuse.
 */
export async function approve<Reason extends string>(
  { approvalId, authority, execute }: Approval<Reason>,
  actor: StaffActor,
  at: Date,
): Promise<Result<Approved, DecisionRefusal | Reason>> {
  const answer = await runTransaction(async (tx): Promise<Result<Approved, DecisionRefusal | Reason>> => {
    const found = await lockDraft(tx, approvalId, actor.staffId);
    if (found?.state === "approved" && found.checkerId === actor.staffId) {
      return ok({ id: found.id, number: found.number, result: found.result, isRepeat: true });
    }
    const decided = decideDecision(found, { staffId: actor.staffId, authority }, at);
    if (!decided.ok) return decided;
    const draft = decided.value;
    const executed = await execute(tx, draft, actor, at);
    if (!executed.ok) return executed;
    const result = executed.value;
    const ended = await endDraft(tx, draft.id, { state: "approved", checkerId: actor.staffId, endedAt: at, result });
    if (!ended.ok) return ended;
    await recordAct(tx, actor, auditRowOf("approve", draft, draft.reason), at);
    return ok({ id: draft.id, number: draft.number, result, isRepeat: false });
  });
  return recordRefusedStep("approve", approvalId, answer, actor, at);
}
