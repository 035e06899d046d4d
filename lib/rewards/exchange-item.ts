import { recordAct, type ScopedActor, type StaffAct } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { postExchange } from "@/lib/ledger/post-exchange";
import type { PostedTransfer } from "@/lib/ledger/run-posting";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideExchange, type ExchangeRefusal, readExchangeRefusal } from "./decide-exchange";
import { handOver } from "./hand-over";
import type { ExchangeInput } from "./input";
import { type ExchangeFacts, findExchangeFacts } from "./queries";

/** For whom and by whom; the item lies within the actor's scope. */
export type ExchangeContext = { memberId: string; actor: ScopedActor; at: Date };
export type ExchangeReceipt = {
  transferId: string;
  item: string;
  pieces: number;
  points: number;
  balanceAfter: number;
  receivedAt: Date;
};

/**
 * Exchanges a member's points for pieces of an item: points and stock in one transaction, the wallet's lock first, the item's last.
 * The same `wish.id` again gives the first answer, whatever happened in between. Refuses what `ExchangeRefusal` names.
 */
export async function exchangeItem(
  wish: ExchangeInput,
  context: ExchangeContext,
): Promise<Result<ExchangeReceipt, ExchangeRefusal>> {
  const { memberId, actor, at } = context;
  const { id, ...after } = wish;
  const act = { act: "exchange_reward", targetKind: "member", targetId: memberId, after };
  const facts = await findExchangeFacts(`exchange:${id}`, wish.itemId, { memberId, scope: actor.scope });
  const decided = decideExchange(facts, wish);
  const answer = decided.ok ? await post(wish, decided.value, act, context) : decided;
  return recordDenied(answer, actor, act, at);
}

type Act = Omit<StaffAct, "outcome">;

async function post(
  wish: ExchangeInput,
  facts: ExchangeFacts,
  act: Act,
  { actor, at }: ExchangeContext,
): Promise<Result<ExchangeReceipt, ExchangeRefusal>> {
  const { memberAccountId, rewardAccountId, name: item, eventKey } = facts;
  const by = { happenedAt: at, actor: `staff:${actor.staffId}` };
  const posted = await runTransaction<PostedTransfer, ExchangeRefusal>(async (tx) => {
    const transfer = await postExchange(tx, { eventKey, memberAccountId, rewardAccountId, points: wish.points, ...by });
    if (!transfer.ok) return refuse(readExchangeRefusal(transfer.reason));
    if (transfer.value.isRepeat) return transfer;
    const handed = await handOver(tx, wish, transfer.value.id);
    if (!handed.ok) return handed;
    await recordAct(tx, actor, { ...act, outcome: "done", after: { ...act.after, transferId: transfer.value.id } }, at);
    return transfer;
  });
  if (!posted.ok) return posted;
  const { id: transferId, points, balanceAfter, recordedAt: receivedAt } = posted.value;
  return ok({ transferId, item, pieces: wish.pieces, points, balanceAfter, receivedAt });
}
