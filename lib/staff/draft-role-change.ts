import type { OpenedDraft } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result } from "@/lib/shared/result";
import { effectOfRoles, type StaffWords } from "./decide-effect";
import type { Holding } from "./decide-permission";
import { decideRoleChange } from "./decide-staff";
import { draftStaffAct, getStaffName, type StaffDraftRefusal } from "./draft-staff-act";
import { findPlaces, lockStaffFacts } from "./find-staff-facts";

type Wish = { staffId: string; holdings: readonly Holding[]; reason: string };

/** Asks a second administrator to let a person hold exactly these roles. Refuses what `decideRoleChange` and `openApproval` refuse. */
export function draftRoleChange(
  { staffId, holdings, reason }: Wish,
  words: StaffWords,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, StaffDraftRefusal>> {
  return draftStaffAct(
    { kind: "change_roles", staffId, reason },
    async (tx) => {
      const facts = { ...(await lockStaffFacts(tx, staffId)), places: await findPlaces(tx) };
      const decided = decideRoleChange(facts, holdings, actor.staffId);
      if (!decided.ok) return decided;
      const effect = effectOfRoles(words, await getStaffName(tx, staffId), decided.value);
      return ok({ payload: { staffId, holdings: holdings.map((held) => ({ ...held })) }, effect });
    },
    actor,
    at,
  );
}
