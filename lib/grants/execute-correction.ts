import type { Transaction } from "@/db/client";
import type { StaffActor } from "@/lib/audit/record-act";
import { reverseTransfer } from "@/lib/ledger/reverse-transfer";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type CorrectionRefusal, decideGrantCorrection, decideRefund, readPostingRefusal } from "./decide-correction";
import { type CorrectionFacts, findCorrectionFacts } from "./find-correction-facts";
import { CorrectionPayload } from "./input";

type Draft = { payload: unknown };
type Executed = Promise<Result<{ transferId: string; points: number }, CorrectionRefusal>>;
type Decide = (facts: CorrectionFacts | undefined, points: number) => Result<CorrectionFacts, CorrectionRefusal>;

/** Takes an approved grant back, in the approval's transaction, by the second person. Looks again: it may be spent or corrected since. */
export const executeCorrectGrant = (tx: Transaction, draft: Draft, actor: StaffActor): Executed =>
  execute(tx, draft, actor, decideGrantCorrection);

/** Gives an approved refund, in the approval's transaction, by the second person. */
export const executeCorrectPayment = (tx: Transaction, draft: Draft, actor: StaffActor): Executed =>
  execute(tx, draft, actor, decideRefund);

async function execute(tx: Transaction, { payload }: Draft, actor: StaffActor, decide: Decide): Executed {
  const { transferId, points, reason, graceDays } = CorrectionPayload.parse(payload);
  const facts = await findCorrectionFacts(tx, transferId);
  if (facts && facts.reversed !== null) return refuse("already_reversed");
  const decided = decide(facts, points);
  if (!decided.ok) return decided;
  const order = { transferId, points, actor: `staff:${actor.staffId}`, reason, graceDays };
  const posted = await reverseTransfer(tx, order);
  if (!posted.ok) return refuse(readPostingRefusal(posted.reason));
  return ok({ transferId: posted.value.id, points: posted.value.points });
}
