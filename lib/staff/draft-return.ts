import type { OpenedDraft } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result } from "@/lib/shared/result";
import { effectOfEnabling, effectOfRecovery, type StaffWords } from "./decide-effect";
import { decideEnabling, decideRecovery } from "./decide-staff";
import { draftStaffAct, getStaffName, type StaffDraftRefusal } from "./draft-staff-act";
import { lockStaffFacts } from "./find-staff-facts";

/** The ways back in: of a person who was shut out, and of one who has lost their factors and shall enrol new ones. */
const returns = {
  enable_staff: { decide: decideEnabling, effectOf: effectOfEnabling },
  recover_staff: { decide: decideRecovery, effectOf: effectOfRecovery },
} as const;

type Wish = { kind: keyof typeof returns; staffId: string; reason: string };

/** Asks a second administrator to let a person in again. Refuses what `decideEnabling` or `decideRecovery`, and `openApproval`, refuse. */
export function draftReturn(
  { kind, staffId, reason }: Wish,
  words: StaffWords,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, StaffDraftRefusal>> {
  const { decide, effectOf } = returns[kind];
  return draftStaffAct(
    { kind, staffId, reason },
    async (tx) => {
      const decided = decide(await lockStaffFacts(tx, staffId), actor.staffId);
      if (!decided.ok) return decided;
      return ok({ payload: { staffId }, effect: effectOf(words, await getStaffName(tx, staffId)) });
    },
    actor,
    at,
  );
}
