import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import type { ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import type { Result } from "@/lib/shared/result";
import { correctEntry } from "./correct-entry";
import { type CorrectionRefusal, decideRefund } from "./decide-correction";
import type { CorrectedEntry } from "./decide-correction-draft";
import type { CorrectionInput } from "./input";
import { findPayment, type Payment } from "./queries";
import type { Corrected } from "./reverse-entry";

/**
 * Gives points of a payment back to the lots they came from, whole or part, by a new entry that names it.
 * Above the city's limit a second person is asked instead (`draft`). The same correction again gives the first one. Refuses `unknown_transfer`, `already_reversed`, `more_than_original` (product rule 8).
 */
export async function correctPayment(
  correction: CorrectionInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<Corrected, CorrectionRefusal | DraftRefusal>> {
  const payment = await findPayment(correction.transferId, actor.scope);
  const decided = decideRefund(payment, correction.points);
  const answer = decided.ok
    ? await correctEntry("correct_payment", entryOf(decided.value), correction, actor, at)
    : decided;
  const { transferId, points, reason } = correction;
  const denied = { act: "correct_payment", targetKind: "transfer", targetId: transferId, after: { points, reason } };
  return recordDenied(answer, actor, denied, at);
}

const entryOf = ({ shop: name, reversed }: Payment): CorrectedEntry => ({ name, sectionId: null, reversed });
