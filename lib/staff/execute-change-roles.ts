import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staffRoles } from "@/db/schema";
import type { StaffActor } from "@/lib/audit/record-act";
import { ok, type Result } from "@/lib/shared/result";
import type { Holding } from "./decide-permission";
import { decideRoleChange, type StaffRefusal } from "./decide-staff";
import { findPlaces, lockStaffFacts } from "./find-staff-facts";
import { giveRoles } from "./give-roles";
import { RolesPayload } from "./input";

/** A draft of an act on the staff, as its second person approves it. */
export type StaffOrder = { id: string; payload: unknown };

async function endRole(tx: Transaction, staffId: string, { role, sectionId }: Holding, approvalId: string, at: Date) {
  await tx
    .update(staffRoles)
    .set({ endedAt: at, endedByApproval: approvalId })
    .where(
      and(
        eq(staffRoles.staffId, staffId),
        eq(staffRoles.role, role),
        sql`${staffRoles.sectionId} is not distinct from ${sectionId}`,
        isNull(staffRoles.endedAt),
      ),
    );
}

/** Gives and ends roles, in the approval's transaction: the person's next request is ruled by them. Looks again at all that the draft looked at. */
export async function executeChangeRoles(
  tx: Transaction,
  { id, payload }: StaffOrder,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ staffId: string }, StaffRefusal>> {
  const { staffId, holdings } = RolesPayload.parse(payload);
  const facts = { ...(await lockStaffFacts(tx, staffId)), places: await findPlaces(tx) };
  const decided = decideRoleChange(facts, holdings, actor.staffId);
  if (!decided.ok) return decided;
  for (const held of decided.value.ended) await endRole(tx, staffId, held, id, at);
  await giveRoles(tx, staffId, decided.value.added, id, at);
  return ok({ staffId });
}
