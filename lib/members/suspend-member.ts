import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberSuspensions, members } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { sealField } from "@/lib/open-field";
import { getSettings } from "@/lib/settings/queries";
import { addDays, cityDay } from "@/lib/shared/city-time";
import { ok, type Result } from "@/lib/shared/result";
import { decideSuspension, type SuspensionRefusal } from "./decide-suspension";
import { recordMemberEvent } from "./record-event";
import type { SuspensionInput } from "./suspension-input";

/** `replyBy`: the last day of an appeal, in Asia/Tokyo. */
export type Suspended = { suspensionId: string; replyBy: string; isRepeat: boolean };

/**
 * 利用停止: from now on the member can look, and neither receive nor spend; the wallet's state says so to the ledger itself. With the reason that the
 * member reads, and a day to reply by. The same `id` again gives the first one. Refuses what `decideSuspension` refuses.
 */
export async function suspendMember(
  wish: SuspensionInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<Suspended, SuspensionRefusal>> {
  const { suspension_reply_days: days } = await getSettings();
  const act = { act: "suspend_member", targetKind: "member", targetId: wish.memberId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<Suspended, SuspensionRefusal>> => {
    const facts = await lockSuspensionFacts(tx, wish.memberId, actor.staffId);
    const first = await findFirst(tx, wish);
    if (first) return ok({ ...first, isRepeat: true });
    const decided = decideSuspension(facts);
    if (!decided.ok) return decided;
    const { id: suspensionId, memberId, reason } = wish;
    const replyBy = addDays(cityDay(at), days);
    const told = { reasonEncrypted: sealField(reason), replyBy };
    await tx
      .insert(memberSuspensions)
      .values({ id: suspensionId, memberId, ...told, startedAt: at, startedBy: actor.staffId });
    await recordMemberEvent(tx, { memberId, kind: "suspended", actor: `staff:${actor.staffId}` }, at);
    // Why is said of a citizen, and so stands sealed in the suspension alone: what the audit holds is never taken back.
    await recordAct(tx, actor, { ...act, outcome: "done", after: { suspensionId, replyBy } }, at);
    return ok({ suspensionId, replyBy, isRepeat: false });
  });
  return recordDenied(answer, actor, act, at);
}

async function findFirst(tx: Transaction, { id }: SuspensionInput) {
  const [first] = await tx
    .select({ suspensionId: memberSuspensions.id, replyBy: memberSuspensions.replyBy })
    .from(memberSuspensions)
    .where(eq(memberSuspensions.id, id));
  return first;
}

/** Locks the membership, so that acts on it come one after the other, and reads it. */
export async function lockSuspensionFacts(tx: Transaction, memberId: string, staffId: string) {
  const [found] = await tx
    .select({
      state: members.state,
      isSuspended: sql<boolean>`exists (select from ${memberSuspensions} s where s.member_id = ${members}.id and s.ended_at is null)`,
      isOwn: sql<boolean>`is_own_member(${staffId}::uuid, ${members.id})`,
    })
    .from(members)
    .where(eq(members.id, memberId))
    .for("no key update");
  return found;
}
