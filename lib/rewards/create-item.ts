import { db } from "@/db/client";
import { rewardItems } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { openAccount } from "@/lib/ledger/open-account";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { RewardInput } from "./input";
import { hasSection } from "./queries";

/** Makes an item of goods with its account and its first stock (pieces). The same id again changes nothing. Refuses `unknown_section`. */
export async function createItem(
  item: RewardInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_section">> {
  const act = { act: "create_reward", targetKind: "reward", targetId: item.id } as const;
  if (!(await hasSection(item.sectionId, actor.scope))) return recordDenied(refuse("unknown_section"), actor, act, at);
  await db.transaction(async (tx) => {
    const accountId = await openAccount(tx, "reward", item.id);
    const made = await tx
      .insert(rewardItems)
      .values({ ...item, accountId, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: rewardItems.id });
    if (made.length === 0) return;
    await recordAct(tx, actor, { ...act, outcome: "done", after: item }, at);
  });
  return ok({ id: item.id });
}
