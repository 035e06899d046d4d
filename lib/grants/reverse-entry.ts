import type { OpenedDraft } from "@/lib/approvals/open-approval";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { reverseTransfer } from "@/lib/ledger/reverse-transfer";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type CorrectionRefusal, readPostingRefusal } from "./decide-correction";
import type { CorrectionInput } from "./input";

/** The correcting entry; a repeat gives the first one and writes nothing. */
export type Correction = { transferId: string; points: number; isRepeat: boolean; draft?: undefined };
/** `draft`: nothing is corrected yet, a second person was asked. */
export type Corrected = Correction | { draft: OpenedDraft };

/** Posts the reversal and its audit row in one transaction. */
export async function reverseEntry(
  act: "correct_grant" | "correct_payment",
  { transferId, points, reason }: CorrectionInput,
  graceDays: number,
  actor: StaffActor,
  at: Date,
): Promise<Result<Correction, CorrectionRefusal>> {
  const posted = await runTransaction(async (tx) => {
    const order = { transferId, points, actor: `staff:${actor.staffId}`, reason, graceDays };
    const reversal = await reverseTransfer(tx, order);
    if (!reversal.ok || reversal.value.isRepeat) return reversal;
    const target = { act, outcome: "done", targetKind: "transfer", targetId: transferId, reason } as const;
    await recordAct(tx, actor, { ...target, after: { reversal: reversal.value.id, points } }, at);
    return reversal;
  });
  if (!posted.ok) return refuse(readPostingRefusal(posted.reason));
  return ok({ transferId: posted.value.id, points: posted.value.points, isRepeat: posted.value.isRepeat });
}
