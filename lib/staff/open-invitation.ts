import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staffInvitations } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { hashWithKey } from "@/lib/shared/keyed-hash";
import { formatEnrolmentCode, INVITATION_MS, INVITATION_TRIES, makeEnrolmentCode } from "./decide-invitation";
import { lockStaff } from "./lock-staff";

export type InvitationWish = {
  staffId: string;
  /** `first`: the first factor of a new person. `recovery`: a new one in the place of all that were lost. */
  kind: "first" | "recovery";
  /** The approval that confirmed it; null from the command line of a new installation. */
  approvalId: string | null;
};

/** The code, bound to the person it is for: it is wrong in anybody else's hands. */
export const hashEnrolmentCode = (staffId: string, code: string): Buffer =>
  hashWithKey(env.INDEX_KEY, "enrolment_code", `${staffId}:${code}`);

/**
 * Leave for a person to enrol a factor. Resolves to the code as it is read out, `7Q2M-9KXW`: only its hash is kept, so show it now or never.
 * An earlier invitation of the same person is void. The caller's act is what the audit names.
 */
export async function openInvitation(
  tx: Transaction,
  { staffId, kind, approvalId }: InvitationWish,
  at: Date,
): Promise<string> {
  await lockStaff(tx, staffId);
  const isOpen = and(isNull(staffInvitations.usedAt), isNull(staffInvitations.revokedAt));
  await tx
    .update(staffInvitations)
    .set({ revokedAt: at })
    .where(and(eq(staffInvitations.staffId, staffId), isOpen));
  const code = makeEnrolmentCode(randomBytes(8));
  const times = { createdAt: at, expiresAt: new Date(at.getTime() + INVITATION_MS) };
  const codeHash = hashEnrolmentCode(staffId, code);
  await tx
    .insert(staffInvitations)
    .values({ id: newId(), staffId, kind, approvalId, codeHash, triesLeft: INVITATION_TRIES, ...times });
  return formatEnrolmentCode(code);
}
