import { eq } from "drizzle-orm";
import { rewardItems } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { lockReward } from "./queries";

/** Lets a closed item be exchanged again, with the stock it has. Again: changes nothing. Refuses `unknown_reward`. */
export async function reopenItem(
  { itemId }: { itemId: string },
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_reward">> {
  const act = { act: "reopen_reward", targetKind: "reward", targetId: itemId } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, "unknown_reward">> => {
    const item = await lockReward(tx, itemId, actor.scope);
    if (!item) return refuse("unknown_reward");
    if (!item.closedAt) return ok({ id: itemId });
    await tx.update(rewardItems).set({ closedAt: null }).where(eq(rewardItems.id, itemId));
    await recordAct(tx, actor, { ...act, outcome: "done" }, at);
    return ok({ id: itemId });
  });
  return recordDenied(answer, actor, act, at);
}
