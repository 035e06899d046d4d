import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { postGrant } from "@/lib/ledger/post-grant";
import type { PostedTransfer } from "@/lib/ledger/run-posting";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { getSettings } from "@/lib/settings/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { claimEventKey } from "./decide-claim";
import { type CounterRefusal, decideCounterAnswer } from "./decide-counter-answer";
import { decideCounterGrant } from "./decide-counter-grant";
import { type CounterFacts, findCounterFacts } from "./queries";

export type CounterGrant = { activityId: string; memberId: string };
/** `isRepeat`: the member had received already, by whichever way; this is the first receipt. */
export type CounterReceipt = { transferId: string; points: number; receivedAt: Date; title: string; isRepeat: boolean };

/**
 * Grants an activity's points to somebody who is at the counter: the same event as a scan of its code, so once in all by either way.
 * Refuses `unknown_activity` outside of the actor's scope, what a claim is refused with, `needs_approved_code`, and `own_wallet`.
 */
export async function grantAtCounter(
  grant: CounterGrant,
  actor: ScopedActor,
  at: Date,
): Promise<Result<CounterReceipt, CounterRefusal>> {
  const after = { activityId: grant.activityId };
  const act = { act: "grant_at_counter", targetKind: "member", targetId: grant.memberId, after };
  const facts = await findCounterFacts(grant, actor.scope, at);
  const answer = facts ? await receive(facts, grant, actor, at) : refuse("unknown_activity" as const);
  return recordDenied(answer, actor, act, at);
}

async function receive(
  facts: CounterFacts,
  grant: CounterGrant,
  actor: ScopedActor,
  at: Date,
): Promise<Result<CounterReceipt, CounterRefusal>> {
  const { title, received } = facts;
  if (received) return ok({ ...received, title, isRepeat: true });
  const decided = decideCounterGrant(facts, await getSettings(), at);
  if (!decided.ok) return decided;
  const posted = await post({ ...facts, ...decided.value }, grant, actor, at);
  if (posted.ok) {
    const { id: transferId, points, recordedAt: receivedAt, isRepeat } = posted.value;
    return ok({ transferId, points, receivedAt, title, isRepeat });
  }
  const first = (await findCounterFacts(grant, actor.scope, at))?.received;
  return decideCounterAnswer(posted.reason, first ? { ...first, title, isRepeat: true } : undefined);
}

function post(
  terms: CounterFacts & { expiresOn: string },
  { activityId, memberId }: CounterGrant,
  actor: ScopedActor,
  at: Date,
) {
  const { programmeId, memberAccountId, points, expiresOn } = terms;
  const eventKey = claimEventKey({ activityId, memberId, claimLimit: terms.claimLimit }, at);
  const by = { happenedAt: at, actor: `staff:${actor.staffId}`, codeId: null };
  return runTransaction(async (tx): Promise<Result<PostedTransfer, string>> => {
    const order = { eventKey, memberAccountId, programmeId, points, expiresOn, activityId, ...by };
    const posted = await postGrant(tx, order);
    if (!posted.ok || posted.value.isRepeat) return posted;
    const after = { activityId, points, transferId: posted.value.id };
    const done = { act: "grant_at_counter", targetKind: "member", targetId: memberId, outcome: "done", after } as const;
    await recordAct(tx, actor, done, at);
    return posted;
  });
}
