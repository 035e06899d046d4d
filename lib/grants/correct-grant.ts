import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import type { ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import type { Result } from "@/lib/shared/result";
import { correctEntry } from "./correct-entry";
import { type CorrectionRefusal, decideGrantCorrection } from "./decide-correction";
import type { CorrectedEntry } from "./decide-correction-draft";
import type { CorrectionInput } from "./input";
import { findGrant, type Grant } from "./queries";
import type { Corrected } from "./reverse-entry";

/**
 * Takes a grant back from the wallet it went to (points), by a new entry that names it; its budget is free again.
 * Above the city's limit a second person is asked instead (`draft`). The same correction again gives the first one. Refuses `unknown_transfer`, `already_reversed`,
 * `grant_already_spent` and `remainder_changed` (product rule 8; the ledger refuses them too).
 */
export async function correctGrant(
  correction: CorrectionInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<Corrected, CorrectionRefusal | DraftRefusal>> {
  const grant = await findGrant(correction.transferId, actor.scope);
  const decided = decideGrantCorrection(grant, correction.points);
  const answer = decided.ok
    ? await correctEntry("correct_grant", entryOf(decided.value), correction, actor, at)
    : decided;
  const { transferId, points, reason } = correction;
  const denied = { act: "correct_grant", targetKind: "transfer", targetId: transferId, after: { points, reason } };
  return recordDenied(answer, actor, denied, at);
}

const entryOf = ({ programme: name, sectionId, reversed }: Grant): CorrectedEntry => ({ name, sectionId, reversed });
