import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staff, staffInvitations } from "@/db/schema";
import type { Result } from "@/lib/shared/result";
import { decideInvitation, type InvitationRefusal } from "./decide-invitation";
import { hashEnrolmentCode } from "./open-invitation";

/** While a person is disabled, no code of theirs opens anything. */
const isAdmitted = sql`exists (select from ${staff} where id = ${staffInvitations}.staff_id and not disabled)`;
const openOf = (staffId: string) =>
  and(
    eq(staffInvitations.staffId, staffId),
    isNull(staffInvitations.usedAt),
    isNull(staffInvitations.revokedAt),
    isAdmitted,
  );

/** The invitation of an enabled person that is neither used nor revoked; it may have run out. */
export async function findInvitation(tx: Transaction, staffId: string) {
  const [found] = await tx.select().from(staffInvitations).where(openOf(staffId));
  return found;
}

/**
 * Checks a typed enrolment code against the person's open invitation, under the row's lock: simultaneous tries count one by one. A wrong
 * one costs a try, so the caller's transaction must commit in both cases.
 */
export async function checkInvitation(
  tx: Transaction,
  { staffId, code }: { staffId: string; code: string },
  at: Date,
): Promise<Result<"right", InvitationRefusal>> {
  const [open] = await tx.select().from(staffInvitations).where(openOf(staffId)).for("update");
  const checked = decideInvitation(open, hashEnrolmentCode(staffId, code), at);
  if (open && !checked.ok && checked.reason === "wrong_enrolment_code") {
    await tx
      .update(staffInvitations)
      .set({ triesLeft: open.triesLeft - 1 })
      .where(eq(staffInvitations.id, open.id));
  }
  return checked;
}
