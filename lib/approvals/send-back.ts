import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result } from "@/lib/shared/result";
import { type Authority, type DecisionRefusal, decideDecision } from "./decide-approval";
import { auditRowOf } from "./decide-audit-row";
import { endDraft } from "./end-draft";
import { lockDraft } from "./lock-draft";
import { recordRefusedStep } from "./record-refused-step";

type SendingBack = { approvalId: string; note: string; authority: Authority };

/**
 * 差し戻し: the second person's no, with what has to be mended; the maker may make a new draft that follows this one. Again by the same person:
 * changes nothing. Refuses what `decideDecision` refuses.
 */
export async function sendBack(
  { approvalId, note, authority }: SendingBack,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, DecisionRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, DecisionRefusal>> => {
    const found = await lockDraft(tx, approvalId, actor.staffId);
    if (found?.state === "sent_back" && found.checkerId === actor.staffId) return ok({ id: found.id });
    const decided = decideDecision(found, { staffId: actor.staffId, authority }, at);
    if (!decided.ok) return decided;
    const draft = decided.value;
    const ended = await endDraft(tx, draft.id, { state: "sent_back", checkerId: actor.staffId, endedAt: at, note });
    if (!ended.ok) return ended;
    await recordAct(tx, actor, auditRowOf("send_back", draft, note), at);
    return ok({ id: draft.id });
  });
  return recordRefusedStep("send_back", approvalId, answer, actor, at);
}
