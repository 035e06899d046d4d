import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import type { StaffActor } from "@/lib/audit/record-act";
import { getSettings } from "@/lib/settings/queries";
import type { Result } from "@/lib/shared/result";
import type { CorrectionRefusal } from "./decide-correction";
import { type CorrectedEntry, type CorrectionKind, needsSecondPerson } from "./decide-correction-draft";
import { draftCorrection } from "./draft-correction";
import type { CorrectionInput } from "./input";
import { type Corrected, reverseEntry } from "./reverse-entry";

/** Corrects an entry at once, or, above the city's limit, asks a second person for it. */
export async function correctEntry(
  kind: CorrectionKind,
  entry: CorrectedEntry,
  correction: CorrectionInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<Corrected, CorrectionRefusal | DraftRefusal>> {
  const settings = await getSettings();
  const graceDays = settings.refund_grace_days;
  return needsSecondPerson(entry, correction.points, settings)
    ? draftCorrection({ kind, entry, correction, graceDays }, actor, at)
    : reverseEntry(kind, correction, graceDays, actor, at);
}
