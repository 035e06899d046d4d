import type { ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import type { Result } from "@/lib/shared/result";
import { type CorrectionRefusal, decideGrantCorrection } from "./decide-correction";
import type { CorrectionInput } from "./input";
import { findGrant } from "./queries";
import { type Correction, reverseEntry } from "./reverse-entry";

/**
 * Takes a grant back from the wallet it went to (points), by a new entry that names it; its budget is free again.
 * The same correction again gives the first one. Refuses `unknown_transfer`, `already_reversed`,
 * `grant_already_spent` and `remainder_changed` (product rule 8; the ledger refuses them too).
 */
export async function correctGrant(
  correction: CorrectionInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<Correction, CorrectionRefusal>> {
  const grant = await findGrant(correction.transferId, actor.scope);
  const decided = decideGrantCorrection(grant, correction.points);
  const answer = decided.ok ? await reverseEntry("correct_grant", correction, actor, at) : decided;
  const { transferId, points, reason } = correction;
  const denied = { act: "correct_grant", targetKind: "transfer", targetId: transferId, after: { points, reason } };
  return recordDenied(answer, actor, denied, at);
}
