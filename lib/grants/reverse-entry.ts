import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import type { PostingRefusal } from "@/lib/ledger/decide-refusal";
import { reverseTransfer } from "@/lib/ledger/reverse-transfer";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { getSettings } from "@/lib/settings/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type CorrectionRefusal, correctionRefusals } from "./decide-correction";
import type { CorrectionInput } from "./input";

/** The correcting entry; a repeat gives the first one and writes nothing. */
export type Correction = { transferId: string; points: number; isRepeat: boolean };

/** Posts the reversal and its audit row in one transaction. */
export async function reverseEntry(
  act: "correct_grant" | "correct_payment",
  { transferId, points, reason }: CorrectionInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<Correction, CorrectionRefusal>> {
  const { refund_grace_days: graceDays } = await getSettings();
  const posted = await runTransaction(async (tx) => {
    const order = { transferId, points, actor: `staff:${actor.staffId}`, reason, graceDays };
    const reversal = await reverseTransfer(tx, order);
    if (!reversal.ok || reversal.value.isRepeat) return reversal;
    const target = { act, outcome: "done", targetKind: "transfer", targetId: transferId, reason } as const;
    await recordAct(tx, actor, { ...target, after: { reversal: reversal.value.id, points } }, at);
    return reversal;
  });
  if (!posted.ok) return refuse(readRefusal(posted.reason));
  return ok({ transferId: posted.value.id, points: posted.value.points, isRepeat: posted.value.isRepeat });
}

/** Another correction that was quicker shows as a key conflict; what the ledger should never say here is a fault. */
function readRefusal(reason: PostingRefusal): CorrectionRefusal {
  if (reason === "event_key_conflict") return "already_reversed";
  const known = correctionRefusals.find((refusal) => refusal === reason);
  if (!known) throw new Error(`the ledger refused a correction with ${reason}`);
  return known;
}
