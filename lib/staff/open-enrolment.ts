import { and, eq, gt, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { approvals, staffInvitations } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { INVITATION_MS } from "./decide-invitation";
import { lockStaff } from "./lock-staff";
import { openInvitation } from "./open-invitation";

export type EnrolmentRefusal = "unknown_approval" | "already_enrolled" | "person_disabled";

/** The invitation or recovery that this person approved, locked; another's, or one of days ago, is as if not there. */
async function lockApproved(tx: Transaction, approvalId: string, checkerId: string, at: Date) {
  const [approved] = await tx
    .select({
      kind: approvals.kind,
      staffId: approvals.targetId,
      isUsed: sql<boolean>`exists (select from ${staffInvitations} where approval_id = ${approvals}.id and used_at is not null)`,
    })
    .from(approvals)
    .where(
      and(
        eq(approvals.id, approvalId),
        eq(approvals.state, "approved"),
        eq(approvals.checkerId, checkerId),
        gt(approvals.endedAt, new Date(at.getTime() - INVITATION_MS)),
        inArray(approvals.kind, ["invite_staff", "recover_staff"]),
      ),
    )
    .for("update");
  return approved;
}

/**
 * Gives the second person of an invitation or a recovery the code to hand over (8 characters, shown now or never). Again: another code, and the
 * earlier one is void. Refuses `unknown_approval` to everybody else, `already_enrolled` once it was used, and `person_disabled` while
 * the person is shut out.
 */
export async function openEnrolment(
  { approvalId }: { approvalId: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ code: string }, EnrolmentRefusal>> {
  const act = { act: "open_enrolment", targetKind: "approval", targetId: approvalId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ code: string }, EnrolmentRefusal>> => {
    const approved = await lockApproved(tx, approvalId, actor.staffId, at);
    if (!approved?.staffId) return refuse("unknown_approval");
    if (approved.isUsed) return refuse("already_enrolled");
    if ((await lockStaff(tx, approved.staffId)).disabled) return refuse("person_disabled");
    const kind = approved.kind === "invite_staff" ? "first" : "recovery";
    const code = await openInvitation(tx, { staffId: approved.staffId, kind, approvalId }, at);
    await recordAct(tx, actor, { ...act, outcome: "done", after: { staffId: approved.staffId, kind } }, at);
    return ok({ code });
  });
  return recordDenied(answer, actor, act, at);
}
