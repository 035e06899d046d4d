import type { OpenedDraft } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result } from "@/lib/shared/result";
import { effectOfEnabling, type StaffWords } from "./decide-effect";
import { decideEnabling } from "./decide-staff";
import { draftStaffAct, getStaffName, type StaffDraftRefusal } from "./draft-staff-act";
import { lockStaffFacts } from "./find-staff-facts";

/** Asks a second administrator to let a person who was shut out in again. Refuses what `decideEnabling` and `openApproval` refuse. */
export function draftEnabling(
  { staffId, reason }: { staffId: string; reason: string },
  words: StaffWords,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, StaffDraftRefusal>> {
  return draftStaffAct(
    { kind: "enable_staff", staffId, reason },
    async (tx) => {
      const decided = decideEnabling(await lockStaffFacts(tx, staffId), actor.staffId);
      if (!decided.ok) return decided;
      return ok({ payload: { staffId }, effect: effectOfEnabling(words, await getStaffName(tx, staffId)) });
    },
    actor,
    at,
  );
}
