import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberAppeals, memberSuspensions } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { sealField } from "@/lib/open-field";
import { ok, type Result } from "@/lib/shared/result";
import { type AppealRefusal, decideAnswer } from "./decide-suspension";
import { endSuspension } from "./lift-suspension";
import { recordMemberEvent } from "./record-event";
import type { AnswerInput } from "./suspension-input";

/**
 * Answers an appeal, once, by somebody else than who suspended; where it is right, the suspension ends with it. The database refuses the same person,
 * too. Refuses what `decideAnswer` refuses.
 */
export async function answerAppeal(
  { appealId, verdict, answer: text }: AnswerInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ memberId: string }, AppealRefusal>> {
  const act = { act: "answer_appeal", targetKind: "appeal", targetId: appealId } as const;
  const isUpheld = verdict === "upheld";
  const answer = await runTransaction(async (tx): Promise<Result<{ memberId: string }, AppealRefusal>> => {
    const decided = decideAnswer(await lockAppeal(tx, appealId, actor.staffId), actor.staffId);
    if (!decided.ok) return decided;
    const { memberId } = decided.value;
    const answered = { answerEncrypted: sealField(text), isUpheld, answeredAt: at, answeredBy: actor.staffId };
    await tx.update(memberAppeals).set(answered).where(eq(memberAppeals.id, appealId));
    await recordMemberEvent(tx, { memberId, kind: "appeal_answered", actor: `staff:${actor.staffId}` }, at);
    if (isUpheld) await endSuspension(tx, { memberId, reason: text }, actor, at);
    await recordAct(tx, actor, { ...act, outcome: "done", after: { isUpheld } }, at);
    return ok({ memberId });
  });
  return recordDenied(answer, actor, act, at);
}

async function lockAppeal(tx: Transaction, appealId: string, staffId: string) {
  const [found] = await tx
    .select({
      answeredAt: memberAppeals.answeredAt,
      startedBy: memberSuspensions.startedBy,
      memberId: memberSuspensions.memberId,
      isOwn: sql<boolean>`is_own_member(${staffId}::uuid, ${memberSuspensions.memberId})`,
    })
    .from(memberAppeals)
    .innerJoin(memberSuspensions, eq(memberSuspensions.id, memberAppeals.suspensionId))
    .where(eq(memberAppeals.id, appealId))
    .for("update", { of: memberAppeals });
  return found;
}
