import { expect, test } from "vitest";
import { closeItem } from "@/lib/rewards/close-item";
import { createItem } from "@/lib/rewards/create-item";
import { findReward, listRewards, listRewardsOnHand } from "@/lib/rewards/queries";
import { reopenItem } from "@/lib/rewards/reopen-item";
import { updateItem } from "@/lib/rewards/update-item";
import { newId } from "@/lib/shared/ids";
import { PAGE_SIZE } from "@/lib/shared/page";
import { adminSql } from "../../support/database";
import { addReward, addShelf, exchange, rewardPlan, stockOf } from "../../support/reward-fixtures";
import { actsOn, addStaff, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

test("an item is made once, however often its form is sent", async () => {
  const actor = await addStaff(admin);
  const plan = rewardPlan(actor.sectionId);
  await Promise.all([createItem(plan, actor, MAY_DAY), createItem(plan, actor, MAY_DAY)]);
  expect(await findReward(plan.id, "everywhere")).toMatchObject({ stock: 3, points: 100, exchanged: 0 });
  expect(await actsOn(admin, plan.id)).toEqual(["create_reward"]);
});

test("a change is one audit row; the same again writes nothing", async () => {
  const actor = await addStaff(admin);
  const { sectionId: _, ...plan } = rewardPlan(actor.sectionId);
  await addReward(actor, plan);
  const change = { ...plan, stock: 10, points: 150, seenStock: 3 };
  for (let time = 0; time < 2; time += 1) expect(await updateItem(change, actor, MAY_DAY)).toMatchObject({ ok: true });
  expect(await findReward(plan.id, "everywhere")).toMatchObject({ stock: 10, points: 150 });
  expect(await actsOn(admin, plan.id)).toEqual(["create_reward", "update_reward"]);
});

test("pieces handed over while the form was open are not counted away", async () => {
  const shelf = await addShelf(admin, 500);
  const { sectionId: _, ...plan } = rewardPlan(shelf.actor.sectionId, { id: shelf.itemId, stock: 13 });
  await exchange(shelf);
  const refused = await updateItem({ ...plan, seenStock: 3 }, shelf.actor, MAY_DAY);
  expect(refused).toEqual({ ok: false, reason: "stock_changed" });
  expect(await stockOf(admin, shelf.itemId)).toBe(2);
});

test("closing twice at once is one act; a closed item is not on hand; it can be reopened", async () => {
  const actor = await addStaff(admin);
  const itemId = await addReward(actor);
  const scope = [actor.sectionId];
  const close = () => closeItem({ itemId, reason: "終了" }, actor, MAY_DAY);
  await Promise.all([close(), close()]);
  expect(await listRewardsOnHand(scope)).toEqual([]);
  await Promise.all([reopenItem({ itemId }, actor, MAY_DAY), reopenItem({ itemId }, actor, MAY_DAY)]);
  expect(await listRewardsOnHand(scope)).toMatchObject([{ id: itemId }]);
  expect(await actsOn(admin, itemId)).toEqual(["create_reward", "close_reward", "reopen_reward"]);
});

test("an item of another section is as if it were not there", async () => {
  const [actor, stranger] = [await addStaff(admin), await addStaff(admin)];
  const { sectionId: _, ...plan } = rewardPlan(actor.sectionId);
  await addReward(actor, plan);
  const outside = { ...stranger, scope: [stranger.sectionId] };
  const refused = { ok: false, reason: "unknown_reward" };
  expect(await updateItem({ ...plan, seenStock: 3 }, outside, MAY_DAY)).toEqual(refused);
  expect(await closeItem({ itemId: plan.id, reason: "終了" }, outside, MAY_DAY)).toEqual(refused);
  expect(await reopenItem({ itemId: plan.id }, outside, MAY_DAY)).toEqual(refused);
  expect(await createItem(rewardPlan(actor.sectionId), outside, MAY_DAY)).toEqual({
    ok: false,
    reason: "unknown_section",
  });
  expect(await findReward(plan.id, outside.scope)).toBeUndefined();
  expect((await listRewards({ scope: outside.scope })).rows).toEqual([]);
});

test("the list goes on by key, every item once", async () => {
  const actor = await addStaff(admin);
  const scope = [actor.sectionId];
  for (let piece = 0; piece <= PAGE_SIZE; piece += 1) await addReward(actor, { id: newId(), name: `品${piece % 3}` });
  const first = await listRewards({ scope });
  const second = await listRewards({ scope }, first.next ?? "");
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(PAGE_SIZE + 1);
  expect(second.next).toBeNull();
});
