import type { ScopedActor } from "@/lib/audit/record-act";
import { discloseMember } from "@/lib/members/disclose-member";
import { MAY_DAY } from "./staff-fixtures";

/** Opens a person's data to a member of staff, as at the counter: who looked is written down, what was seen is not. */
export const disclose = (memberId: string, actor: ScopedActor) =>
  discloseMember({ memberId, purpose: "identity_check" }, actor, MAY_DAY);
