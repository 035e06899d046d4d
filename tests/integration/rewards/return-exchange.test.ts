import { expect, test } from "vitest";
import { db } from "@/db/client";
import { listHistory } from "@/lib/history/queries";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { findExchange } from "@/lib/rewards/queries";
import { returnExchange } from "@/lib/rewards/return-exchange";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { balanceOf, grantPoints } from "../../support/ledger-fixtures";
import { addShelf, exchange, type Shelf, stockOf } from "../../support/reward-fixtures";
import { actsOn, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "品物にきずがあったため";

async function exchanged(shelf: Shelf, pieces = 2): Promise<string> {
  const done = await exchange(shelf, pieces);
  if (!done.ok) throw new Error(done.reason);
  return done.value.transferId;
}

const openLots = (accountId: number) =>
  admin`select lot_id, expires_on, remaining from open_lots where account_id = ${accountId} order by lot_id`;

test("a return gives the points to the very lots and the pieces to the shelf, once, with its reason in the citizen's history", async () => {
  const shelf = await addShelf(admin, 150);
  await grantPoints(shelf, 100, { expiresOn: "2098-03-31" });
  const before = await openLots(shelf.accountId);
  const transferId = await exchanged(shelf);
  const back = await returnExchange({ transferId, reason }, shelf.actor, MAY_DAY);
  expect(back).toMatchObject({ ok: true, value: { points: 200, isRepeat: false } });
  expect(await openLots(shelf.accountId)).toEqual(before);
  expect(await stockOf(admin, shelf.itemId)).toBe(3);
  expect(await findExchange(transferId, "everywhere")).toMatchObject({ returnReason: reason });
  const { entries } = await listHistory(shelf.accountId);
  expect(entries[0]).toMatchObject({ kind: "exchange_return", change: 200, reward: "エコバッグ", pieces: 2, reason });
  expect(entries[1]).toMatchObject({ kind: "exchange", reversal: { points: 200, reason } });
  expect(await actsOn(admin, transferId)).toEqual(["return_exchange"]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("ten returns of one exchange at once are one", async () => {
  const shelf = await addShelf(admin, 200);
  const transferId = await exchanged(shelf);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => returnExchange({ transferId, reason }, shelf.actor, MAY_DAY)),
  );
  expect(answers.filter((answer) => answer.ok && !answer.value.isRepeat)).toHaveLength(1);
  expect([await stockOf(admin, shelf.itemId), await balanceOf(admin, shelf.accountId)]).toEqual([3, 200]);
});

test("points whose lot has expired meanwhile come back in a lot of their own, and the verification knows it", async () => {
  const shelf = await addShelf(admin, 0);
  await grantPoints(shelf, 100, { expiresOn: "2026-05-31" });
  const transferId = await exchanged(shelf, 1);
  expect(await returnExchange({ transferId, reason }, shelf.actor, MAY_DAY)).toMatchObject({ ok: true });
  expect(await openLots(shelf.accountId)).toMatchObject([{ remaining: 100 }]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("what is no exchange within one's sections is not there, and one's own wallet is refused", async () => {
  const shelf = await addShelf(admin, 200);
  const transferId = await exchanged(shelf);
  const unknown = { ok: false, reason: "unknown_exchange" };
  const outside = { ...shelf.actor, scope: [newId()] };
  expect(await returnExchange({ transferId, reason }, outside, MAY_DAY)).toEqual(unknown);
  expect(await returnExchange({ transferId: newId(), reason }, shelf.actor, MAY_DAY)).toEqual(unknown);
  await linkOwn(admin, shelf.actor.staffId, shelf.memberId);
  expect(await returnExchange({ transferId, reason }, shelf.actor, MAY_DAY)).toEqual({
    ok: false,
    reason: "own_wallet",
  });
  expect(await stockOf(admin, shelf.itemId)).toBe(1);
  expect(await actsOn(admin, transferId)).toEqual([
    "return_exchange denied: unknown_exchange",
    "return_exchange denied: own_wallet",
  ]);
});
