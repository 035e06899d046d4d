import { eq } from "drizzle-orm";
import { rewardItems } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findChanges } from "@/lib/shared/changes";
import { ok, type Result } from "@/lib/shared/result";
import { decideItemChange, type ItemChangeRefusal } from "./decide-item-change";
import type { RewardChange } from "./input";
import { lockReward } from "./queries";

/**
 * Changes what an item is, its price (points) and its stock (pieces). Nothing changed: nothing is written.
 * Refuses `unknown_reward`, and `stock_changed` where pieces were handed over while the form was open.
 */
export async function updateItem(
  change: RewardChange,
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, ItemChangeRefusal>> {
  const { id, seenStock: _, ...terms } = change;
  const act = { act: "update_reward", targetKind: "reward", targetId: id } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, ItemChangeRefusal>> => {
    const before = await lockReward(tx, id, actor.scope);
    const decided = decideItemChange(before, change);
    if (!decided.ok) return decided;
    const changes = findChanges(decided.value, terms);
    if (!changes) return ok({ id });
    await tx.update(rewardItems).set(terms).where(eq(rewardItems.id, id));
    await recordAct(tx, actor, { ...act, outcome: "done", ...changes }, at);
    return ok({ id });
  });
  return recordDenied(answer, actor, act, at);
}
