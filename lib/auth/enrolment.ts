import "server-only";
import type { Transaction } from "@/db/client";
import { recordAct } from "@/lib/audit/record-act";
import { isSameHash } from "@/lib/shared/keyed-hash";
import { findInvitation } from "@/lib/staff/check-invitation";
import { lockStaff } from "@/lib/staff/lock-staff";
import { useInvitation } from "@/lib/staff/use-invitation";
import { closeSecondStep, lockSecondStep } from "./second-step";
import type { From } from "./sign-in-by-totp";
import { startSession } from "./start-session";

/** The person and the invitation under which this browser may register a factor now; nobody else's, and none that ended meanwhile. */
export async function lockEnrolment(tx: Transaction, browserHash: Uint8Array, at: Date) {
  const step = await lockSecondStep(tx, browserHash, at);
  if (!step?.enrolmentHash) return undefined;
  await lockStaff(tx, step.staffId);
  const invitation = await findInvitation(tx, step.staffId);
  const isOpen = invitation && invitation.expiresAt > at && isSameHash(invitation.codeHash, step.enrolmentHash);
  return isOpen ? { browserHash, ...step, invitation } : undefined;
}
export type Enrolment = NonNullable<Awaited<ReturnType<typeof lockEnrolment>>>;

export type Enrolled = { staffId: string; kind: string; emailIndex: Uint8Array };

/** A refused step is an act of the audit, whichever step it was; in the step's transaction, which commits. */
export async function recordRefusedEnrolment(tx: Transaction, staffId: string, reason: string, from: From, at: Date) {
  const act = { act: "enrol_factor", outcome: "denied", reason, targetKind: "staff", targetId: staffId } as const;
  await recordAct(tx, { staffId, ...from }, act, at);
}

type Registered = { factor: "passkey" | "totp"; factorId: string };

/** The factor is registered: the invitation is used up, older factors and sessions are gone, and the session starts. One act of the audit. */
export async function finishEnrolment(
  tx: Transaction,
  { browserHash, staffId, invitation }: Enrolment,
  { factor, factorId }: Registered,
  from: From,
  at: Date,
): Promise<void> {
  await useInvitation(tx, { staffId, invitationId: invitation.id, factorId }, at);
  await closeSecondStep(tx, browserHash);
  const after = { factor, invitation: invitation.kind };
  const act = { act: "enrol_factor", outcome: "done", targetKind: "staff", targetId: staffId, after } as const;
  await recordAct(tx, { staffId, ...from }, act, at);
  await startSession({ staffId, factor }, at, tx);
}
