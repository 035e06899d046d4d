import type { Transaction } from "@/db/client";
import { staff } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { env } from "@/lib/env";
import { indexEmail } from "@/lib/shared/index-email";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { seal, unseal } from "@/lib/shared/seal";
import { decideNewcomer, type StaffRefusal } from "./decide-staff";
import type { StaffOrder } from "./execute-change-roles";
import { findPlaces, lockAdministrators } from "./find-staff-facts";
import { giveRoles } from "./give-roles";
import { NewcomerPayload } from "./input";
import { findStaffByEmail } from "./queries";

/** Makes a person known at /admin with their roles, in the approval's transaction; `openEnrolment` then gives the code to hand over. */
export async function executeInviteStaff(
  tx: Transaction,
  { id, payload }: StaffOrder,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ staffId: string }, StaffRefusal>> {
  const { staffId, name, sectionId, emailSealed, holdings } = NewcomerPayload.parse(payload);
  const email = unseal(env.FIELD_KEYS, Buffer.from(emailSealed, "base64"));
  const emailIndex = indexEmail(env.INDEX_KEY, email);
  const administrators = await lockAdministrators(tx);
  const isKnown = (await findStaffByEmail(tx, emailIndex)) !== undefined;
  const facts = { administrators, places: await findPlaces(tx), isKnown };
  const decided = decideNewcomer(facts, { sectionId, holdings }, actor.staffId);
  if (!decided.ok) return decided;
  const person = { id: staffId, sectionId, name, emailEncrypted: seal(env.FIELD_KEYS, email), emailIndex };
  const made = await tx
    .insert(staff)
    .values({ ...person, createdAt: at })
    .onConflictDoNothing()
    .returning({ id: staff.id });
  if (made.length === 0) return refuse("already_staff");
  await giveRoles(tx, staffId, holdings, id, at);
  return ok({ staffId });
}
