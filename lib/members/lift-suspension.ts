import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberSuspensions } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { sealField } from "@/lib/open-field";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { SuspensionRefusal } from "./decide-suspension";
import { recordMemberEvent } from "./record-event";
import { lockSuspensionFacts } from "./suspend-member";
import type { LiftInput } from "./suspension-input";

/** Ends a suspension, with its reason. Of two at once one does. Refuses `unknown_member`, `own_wallet`, `not_suspended`. */
export async function liftSuspension(
  wish: LiftInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<null, SuspensionRefusal>> {
  const act = { act: "unsuspend_member", targetKind: "member", targetId: wish.memberId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<null, SuspensionRefusal>> => {
    const facts = await lockSuspensionFacts(tx, wish.memberId, actor.staffId);
    if (!facts) return refuse("unknown_member");
    if (facts.isOwn) return refuse("own_wallet");
    if (!(await endSuspension(tx, wish, actor, at))) return refuse("not_suspended");
    await recordAct(tx, actor, { ...act, outcome: "done" }, at);
    return ok(null);
  });
  return recordDenied(answer, actor, act, at);
}

/** Ends the open suspension in the caller's transaction, with the member's event; false where there is none. */
export async function endSuspension(
  tx: Transaction,
  { memberId, reason }: LiftInput,
  actor: StaffActor,
  at: Date,
): Promise<boolean> {
  const ended = await tx
    .update(memberSuspensions)
    .set({ endedAt: at, endedBy: actor.staffId, endReasonEncrypted: sealField(reason) })
    .where(and(eq(memberSuspensions.memberId, memberId), isNull(memberSuspensions.endedAt)))
    .returning({ id: memberSuspensions.id });
  if (ended.length === 0) return false;
  await recordMemberEvent(tx, { memberId, kind: "unsuspended", actor: `staff:${actor.staffId}` }, at);
  return true;
}
