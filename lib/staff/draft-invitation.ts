import type { OpenedDraft } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { env } from "@/lib/env";
import { indexEmail } from "@/lib/shared/index-email";
import { ok, type Result } from "@/lib/shared/result";
import { seal } from "@/lib/shared/seal";
import { effectOfInvitation, type StaffWords } from "./decide-effect";
import { decideNewcomer } from "./decide-staff";
import { draftStaffAct, type StaffDraftRefusal } from "./draft-staff-act";
import { findPlaces, lockAdministrators } from "./find-staff-facts";
import type { Newcomer } from "./input";
import { findStaffByEmail } from "./queries";

/**
 * Asks a second administrator to let a person in. The address is kept sealed, and nobody of that name exists until the draft is approved.
 * Refuses what `decideNewcomer` and `openApproval` refuse.
 */
export function draftInvitation(
  { id, email, name, sectionId, holdings, reason }: Newcomer & { reason: string },
  words: StaffWords,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, StaffDraftRefusal>> {
  const emailIndex = indexEmail(env.INDEX_KEY, email);
  return draftStaffAct(
    { kind: "invite_staff", staffId: id, reason },
    async (tx) => {
      const administrators = await lockAdministrators(tx);
      const isKnown = (await findStaffByEmail(tx, emailIndex)) !== undefined;
      const facts = { administrators, places: await findPlaces(tx), isKnown };
      const decided = decideNewcomer(facts, { sectionId, holdings }, actor.staffId);
      if (!decided.ok) return decided;
      const emailSealed = seal(env.FIELD_KEYS, email).toString("base64");
      const payload = { staffId: id, name, sectionId, emailSealed, holdings: holdings.map((held) => ({ ...held })) };
      return ok({ payload, effect: effectOfInvitation(words, { name, sectionId, holdings }) });
    },
    actor,
    at,
  );
}
