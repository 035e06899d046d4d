import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { getSettings } from "@/lib/settings/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { ReturnRefusal } from "./decide-return";
import { needsSecondPerson, returnDraftOf } from "./decide-return-draft";
import { giveBack } from "./give-back";
import type { ReturnInput } from "./input";
import { type Exchange, findExchange } from "./queries";

/** `draft`: nothing is taken back yet, a second person was asked. */
export type Returned =
  | { transferId: string; itemId: string; points: number; isRepeat: boolean; draft?: undefined }
  | { draft: OpenedDraft };
type Answer = Result<Returned, ReturnRefusal | DraftRefusal>;

/**
 * Takes an exchange back, whole: the points into the very lots, the pieces onto the shelf. Above the city's limit for corrections a second person
 * is asked instead. The same again gives the first one. Refuses `unknown_exchange`, `own_wallet` (product rule 8), and what `openApproval` refuses.
 */
export async function returnExchange(wish: ReturnInput, actor: ScopedActor, at: Date): Promise<Answer> {
  const { transferId, reason } = wish;
  const act = { act: "return_exchange", targetKind: "transfer", targetId: transferId };
  const exchange = await findExchange(transferId, actor.scope);
  const answer = exchange ? await decideWay(exchange, wish, actor, at) : refuse("unknown_exchange" as const);
  return recordDenied(answer, actor, { ...act, after: { reason } }, at);
}

async function decideWay(exchange: Exchange, wish: ReturnInput, actor: ScopedActor, at: Date): Promise<Answer> {
  return needsSecondPerson(exchange, await getSettings())
    ? draftReturn(exchange, wish, actor, at)
    : returnAtOnce(exchange, wish.reason, actor, at);
}

function draftReturn(exchange: Exchange, wish: ReturnInput, actor: ScopedActor, at: Date): Promise<Answer> {
  return runTransaction(async (tx): Promise<Answer> => {
    const opened = await openApproval(tx, returnDraftOf(exchange, wish), actor, at);
    return opened.ok ? ok({ draft: opened.value }) : opened;
  });
}

async function returnAtOnce(exchange: Exchange, reason: string, actor: ScopedActor, at: Date): Promise<Answer> {
  const { transferId, itemId, pieces, points } = exchange;
  const posted = await runTransaction(async (tx) => {
    const reversal = await giveBack(tx, exchange, reason, actor.staffId);
    if (!reversal.ok || reversal.value.isRepeat) return reversal;
    const after = { reversal: reversal.value.id, itemId, pieces, points };
    const target = { act: "return_exchange", targetKind: "transfer", targetId: transferId } as const;
    await recordAct(tx, actor, { ...target, outcome: "done", reason, after }, at);
    return reversal;
  });
  if (!posted.ok) return posted;
  const { id, isRepeat } = posted.value;
  return ok({ transferId: id, itemId, points, isRepeat });
}
