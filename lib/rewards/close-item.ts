import { eq } from "drizzle-orm";
import { rewardItems } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { lockReward } from "./queries";

/** Ends the exchange of an item; what was handed over stays. Again: changes nothing. Refuses `unknown_reward`. Undone by `reopenItem`. */
export async function closeItem(
  { itemId, reason }: { itemId: string; reason: string },
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_reward">> {
  const act = { act: "close_reward", targetKind: "reward", targetId: itemId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, "unknown_reward">> => {
    const item = await lockReward(tx, itemId, actor.scope);
    if (!item) return refuse("unknown_reward");
    if (item.closedAt) return ok({ id: itemId });
    await tx.update(rewardItems).set({ closedAt: at }).where(eq(rewardItems.id, itemId));
    await recordAct(tx, actor, { ...act, outcome: "done", reason }, at);
    return ok({ id: itemId });
  });
  return recordDenied(answer, actor, act, at);
}
