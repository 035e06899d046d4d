import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { approvals } from "@/db/schema";
import { isSameHash } from "@/lib/shared/keyed-hash";
import { formatApprovalNumber } from "./decide-approval-number";
import { hashPayload } from "./hash-payload";
import { type ApprovalKind, type ApprovalState, staffKinds } from "./input";

/** A draft with all that deciding it needs, its row locked until the transaction ends: of two who decide at once, the second sees the first. */
export async function lockDraft(tx: Transaction, id: string, staffId: string) {
  const [row] = await tx
    .select({
      id: approvals.id,
      year: approvals.fiscalYear,
      serial: approvals.number,
      kind: approvals.kind,
      payload: approvals.payload,
      payloadHash: approvals.payloadHash,
      effect: approvals.effect,
      reason: approvals.reason,
      targetKind: approvals.targetKind,
      targetId: approvals.targetId,
      sectionId: approvals.sectionId,
      memberId: approvals.memberId,
      makerId: approvals.makerId,
      state: approvals.state,
      expiresAt: approvals.expiresAt,
      checkerId: approvals.checkerId,
      result: approvals.result,
      isOwnWallet: sql<boolean>`coalesce(is_own_member(${staffId}, ${approvals.memberId}), false)`,
    })
    .from(approvals)
    .where(eq(approvals.id, id))
    .for("update");
  return row && readDraft(row);
}

type Row = { kind: string; state: string; year: number; serial: number; payload: unknown; payloadHash: Uint8Array } & {
  targetKind: string;
  targetId: string | null;
};

function readDraft<T extends Row>({ year, serial, targetKind, targetId, payloadHash, ...row }: T) {
  const kind = row.kind as ApprovalKind;
  return {
    ...row,
    kind,
    state: row.state as ApprovalState,
    number: formatApprovalNumber(year, serial),
    target: { kind: targetKind, id: targetId },
    aboutStaff: staffKinds.some((known) => known === kind),
    isIntact: isSameHash(payloadHash, hashPayload(row.payload)),
  };
}
export type LockedDraft = NonNullable<Awaited<ReturnType<typeof lockDraft>>>;
