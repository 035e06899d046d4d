import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { testInvitations } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { findCurrentBook } from "@/lib/ledger/current-book";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { newId } from "@/lib/shared/ids";
import { ok, type Result } from "@/lib/shared/result";
import { type BatchRefusal, decideBatch, formatInvitationCode, makeInvitationCode } from "./decide-invitation";
import type { InvitationsWish } from "./invitation-input";
import { hashInvitation } from "./take-invitation";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Each once: two that happen to be the same are one. */
const drawCodes = (count: number): string[] => {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(makeInvitationCode(randomBytes(8)));
  return [...drawn];
};

/**
 * Makes a list of invitations to the closed test. Resolves to the codes as they are printed: only their hashes are kept, so show them now or
 * never. Refuses `no_closed_test`, and `batch_exists` where this list was made already.
 */
export async function makeInvitations(
  { batchId, label, count, days }: InvitationsWish,
  actor: StaffActor,
  at: Date,
): Promise<Result<string[], BatchRefusal>> {
  const act = { act: "make_invitations", targetKind: "invitation", targetId: batchId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<string[], BatchRefusal>> => {
    const [made] = await tx
      .select({ id: testInvitations.id })
      .from(testInvitations)
      .where(eq(testInvitations.batchId, batchId))
      .limit(1);
    const decided = decideBatch((await findCurrentBook(tx))?.kind, made !== undefined);
    if (!decided.ok) return decided;
    const codes = drawCodes(count);
    const terms = { batchId, label, createdBy: actor.staffId, createdAt: at };
    const expiresAt = new Date(at.getTime() + days * DAY_MS);
    await tx
      .insert(testInvitations)
      .values(codes.map((code) => ({ id: newId(), ...terms, expiresAt, codeHash: hashInvitation(code) })));
    await recordAct(tx, actor, { ...act, outcome: "done", after: { label, count, expiresAt } }, at);
    return ok(codes.map(formatInvitationCode));
  });
  return recordDenied(answer, actor, act, at);
}
