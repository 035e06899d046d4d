import { eq, sql } from "drizzle-orm";
import { rewardItems } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { reverseTransfer } from "@/lib/ledger/reverse-transfer";
import type { PostedTransfer } from "@/lib/ledger/run-posting";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { getSettings } from "@/lib/settings/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ReturnRefusal, readReturnRefusal } from "./decide-return";
import type { ReturnInput } from "./input";
import { type Exchange, findExchange } from "./queries";

export type Return = { transferId: string; itemId: string; points: number; isRepeat: boolean };

/**
 * Takes an exchange back, whole: the points into the very lots, the pieces onto the shelf. The same again gives the first one.
 * Refuses `unknown_exchange`, `own_wallet` (product rule 8).
 */
export async function returnExchange(
  { transferId, reason }: ReturnInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<Return, ReturnRefusal>> {
  const act = { act: "return_exchange", targetKind: "transfer", targetId: transferId };
  const exchange = await findExchange(transferId, actor.scope);
  const answer = exchange ? await giveBack(exchange, reason, actor, at) : refuse("unknown_exchange" as const);
  return recordDenied(answer, actor, { ...act, after: { reason } }, at);
}

async function giveBack(
  { transferId, itemId, pieces, points }: Exchange,
  reason: string,
  actor: ScopedActor,
  at: Date,
): Promise<Result<Return, ReturnRefusal>> {
  const { refund_grace_days: graceDays } = await getSettings();
  const order = { transferId, points: null, actor: `staff:${actor.staffId}`, reason, graceDays };
  const posted = await runTransaction<PostedTransfer, ReturnRefusal>(async (tx) => {
    const reversal = await reverseTransfer(tx, order);
    if (!reversal.ok) return refuse(readReturnRefusal(reversal.reason));
    if (reversal.value.isRepeat) return reversal;
    await tx
      .update(rewardItems)
      .set({ stock: sql`${rewardItems.stock} + ${pieces}` })
      .where(eq(rewardItems.id, itemId));
    const after = { reversal: reversal.value.id, itemId, pieces, points };
    const target = { act: "return_exchange", targetKind: "transfer", targetId: transferId } as const;
    await recordAct(tx, actor, { ...target, outcome: "done", reason, after }, at);
    return reversal;
  });
  if (!posted.ok) return posted;
  const { id, isRepeat } = posted.value;
  return ok({ transferId: id, itemId, points, isRepeat });
}
