import { expect, test } from "vitest";
import { db } from "@/db/client";
import { findReceipt } from "@/lib/history/queries";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { closeItem } from "@/lib/rewards/close-item";
import { exchangeItem } from "@/lib/rewards/exchange-item";
import { findReward, listExchanges } from "@/lib/rewards/queries";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { balanceOf, grantPoints } from "../../support/ledger-fixtures";
import { addReward, addShelf, exchange, stockOf } from "../../support/reward-fixtures";
import { actsOn, addMember, addStaff, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

test("an exchange takes the points and the pieces together, with one audit row and a receipt that names the goods", async () => {
  const shelf = await addShelf(admin, 500);
  const done = await exchange(shelf, 2);
  expect(done).toMatchObject({ ok: true, value: { item: "エコバッグ", pieces: 2, points: 200, balanceAfter: 300 } });
  expect(await balanceOf(admin, shelf.accountId)).toBe(300);
  expect(await findReward(shelf.itemId, "everywhere")).toMatchObject({ stock: 1, exchanged: 2 });
  expect((await listExchanges(shelf.itemId)).rows).toMatchObject([{ pieces: 2, points: 200, returnedAt: null }]);
  expect(await actsOn(admin, shelf.memberId)).toEqual(["exchange_reward"]);
  const transferId = done.ok ? done.value.transferId : "";
  expect(await findReceipt(transferId, shelf.accountId)).toMatchObject({
    kind: "exchange",
    change: -200,
    reward: "エコバッグ",
    pieces: 2,
  });
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("a repeat gives the first answer, even when the last piece is gone, the price is another and the item is closed", async () => {
  const shelf = await addShelf(admin, 500, { stock: 1 });
  const id = newId();
  const first = await exchange(shelf, 1, { id });
  await closeItem({ itemId: shelf.itemId, reason: "品切れ" }, shelf.actor, MAY_DAY);
  expect(await exchange(shelf, 1, { id })).toEqual(first);
  expect(await balanceOf(admin, shelf.accountId)).toBe(400);
  expect(await actsOn(admin, shelf.memberId)).toEqual(["exchange_reward"]);
});

test("the same exchange sent ten times at once is one", async () => {
  const shelf = await addShelf(admin, 500);
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(shelf, 1, { id })));
  expect(new Set(answers.map((answer) => answer.ok && answer.value.transferId)).size).toBe(1);
  expect([await stockOf(admin, shelf.itemId), await balanceOf(admin, shelf.accountId)]).toEqual([2, 400]);
});

test("the last piece wanted by eight at once goes to one of them, and the others keep their points", async () => {
  const shelf = await addShelf(admin, 100, { stock: 1 });
  const people = await Promise.all(Array.from({ length: 8 }, () => addMember(admin)));
  for (const person of people) await grantPoints({ ...shelf, ...person }, 100);
  const answers = await Promise.all(people.map(({ memberId }) => exchange(shelf, 1, { memberId })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.reason])))).toEqual(new Set(["out_of_stock"]));
  const balances = await Promise.all(people.map(({ accountId }) => balanceOf(admin, accountId)));
  expect(balances.toSorted()).toEqual([0, 100, 100, 100, 100, 100, 100, 100]);
  expect(await stockOf(admin, shelf.itemId)).toBe(0);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("what cannot be exchanged is refused, changes nothing, and each try has its row", async () => {
  const shelf = await addShelf(admin, 150);
  const other = await addReward(shelf.actor, { points: 120 });
  const closed = await addReward(shelf.actor);
  await closeItem({ itemId: closed, reason: "終了" }, shelf.actor, MAY_DAY);
  const outside = { ...(await addStaff(admin)), scope: [] };
  const answers = [
    await exchange(shelf, 2),
    await exchange(shelf, 4),
    await exchange({ ...shelf, itemId: other }),
    await exchange({ ...shelf, itemId: closed }),
    await exchange({ ...shelf, itemId: newId() }),
    await exchange({ ...shelf, actor: outside }),
  ];
  const reasons = ["insufficient_points", "out_of_stock", "price_changed", "reward_closed", "unknown_reward"];
  expect(answers.map((answer) => !answer.ok && answer.reason)).toEqual([...reasons, "unknown_reward"]);
  expect(await balanceOf(admin, shelf.accountId)).toBe(150);
  expect(await actsOn(admin, shelf.memberId)).toEqual(
    [...reasons, "unknown_reward"].map((reason) => `exchange_reward denied: ${reason}`),
  );
});

test("one exchange's id cannot stand for another one", async () => {
  const shelf = await addShelf(admin, 500);
  const id = newId();
  await exchange(shelf, 1, { id });
  expect(await exchange(shelf, 2, { id })).toEqual({ ok: false, reason: "event_key_conflict" });
});

test("nobody on the staff exchanges points of their own wallet", async () => {
  const shelf = await addShelf(admin, 500);
  await linkOwn(admin, shelf.actor.staffId, shelf.memberId);
  const wish = { id: newId(), itemId: shelf.itemId, pieces: 1, points: 100 };
  expect(await exchangeItem(wish, { memberId: shelf.memberId, actor: shelf.actor, at: MAY_DAY })).toEqual({
    ok: false,
    reason: "own_wallet",
  });
  expect(await stockOf(admin, shelf.itemId)).toBe(3);
});
