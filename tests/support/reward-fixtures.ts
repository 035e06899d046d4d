import type { Sql } from "postgres";
import type { ScopedActor } from "@/lib/audit/record-act";
import { createItem } from "@/lib/rewards/create-item";
import type { ExchangeContext } from "@/lib/rewards/exchange-item";
import { exchangeItem } from "@/lib/rewards/exchange-item";
import type { RewardInput } from "@/lib/rewards/input";
import { newId } from "@/lib/shared/ids";
import { addTown, grantPoints } from "./ledger-fixtures";
import { MAY_DAY } from "./staff-fixtures";

export const rewardPlan = (sectionId: string, changes: Partial<RewardInput> = {}): RewardInput => ({
  id: newId(),
  sectionId,
  name: "エコバッグ",
  summary: "折りたためる布の袋です",
  points: 100,
  stock: 3,
  ...changes,
});

/** An item of goods on the shelf; its id. */
export async function addReward(
  actor: ScopedActor & { sectionId: string },
  changes: Partial<RewardInput> = {},
): Promise<string> {
  const made = await createItem(rewardPlan(actor.sectionId, changes), actor, MAY_DAY);
  if (!made.ok) throw new Error(made.reason);
  return made.value.id;
}

/** A member of staff, a member with points, and an item. */
export async function addShelf(admin: Sql, points: number, changes: Partial<RewardInput> = {}) {
  const town = await addTown(admin);
  if (points > 0) await grantPoints(town, points);
  return { ...town, itemId: await addReward(town.actor, changes) };
}
export type Shelf = Awaited<ReturnType<typeof addShelf>>;

/** An exchange as the check page would send it, of the usual item. */
export const exchange = (
  { itemId, memberId, actor }: Pick<Shelf, "itemId" | "memberId" | "actor">,
  pieces = 1,
  { id = newId(), ...context }: Partial<ExchangeContext & { id: string }> = {},
) => exchangeItem({ id, itemId, pieces, points: pieces * 100 }, { memberId, actor, at: MAY_DAY, ...context });

export const stockOf = async (admin: Sql, itemId: string): Promise<number | undefined> =>
  (await admin<{ stock: number }[]>`select stock from reward_items where id = ${itemId}`)[0]?.stock;
