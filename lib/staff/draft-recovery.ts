import type { OpenedDraft } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result } from "@/lib/shared/result";
import { effectOfRecovery, type StaffWords } from "./decide-effect";
import { decideRecovery } from "./decide-staff";
import { draftStaffAct, getStaffName, type StaffDraftRefusal } from "./draft-staff-act";
import { lockStaffFacts } from "./find-staff-facts";

/** Asks a second administrator to let a person who has lost their factors enrol new ones. Refuses what `decideRecovery` and `openApproval` refuse. */
export function draftRecovery(
  { staffId, reason }: { staffId: string; reason: string },
  words: StaffWords,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, StaffDraftRefusal>> {
  return draftStaffAct(
    { kind: "recover_staff", staffId, reason },
    async (tx) => {
      const decided = decideRecovery(await lockStaffFacts(tx, staffId), actor.staffId);
      if (!decided.ok) return decided;
      return ok({ payload: { staffId }, effect: effectOfRecovery(words, await getStaffName(tx, staffId)) });
    },
    actor,
    at,
  );
}
