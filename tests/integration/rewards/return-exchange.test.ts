import { expect, test } from "vitest";
import { db } from "@/db/client";
import { approve } from "@/lib/approvals/approve";
import { listHistory } from "@/lib/history/queries";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { executeReturnExchange } from "@/lib/rewards/execute-return-exchange";
import { giveBack } from "@/lib/rewards/give-back";
import { findExchange } from "@/lib/rewards/queries";
import { returnExchange } from "@/lib/rewards/return-exchange";
import { newId } from "@/lib/shared/ids";
import { everything } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { balanceOf, grantPoints } from "../../support/ledger-fixtures";
import { addShelf, exchange, type Shelf, stockOf } from "../../support/reward-fixtures";
import { actsOn, addStaff, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

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
  expect(answers.filter((answer) => answer.ok && !answer.value.draft && !answer.value.isRepeat)).toHaveLength(1);
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

/** Pieces whose points are more than the city's limit, settings.approval_correction_points. */
async function muchExchanged() {
  const shelf = await addShelf(admin, 1_200, { stock: 12 });
  return { shelf, transferId: await exchanged(shelf, 12), checker: await addStaff(admin) };
}

test("above the city's limit nobody takes an exchange back alone: a second person does, once", async () => {
  const { shelf, transferId, checker } = await muchExchanged();
  const asked = await returnExchange({ transferId, reason }, shelf.actor, MAY_DAY);
  const approvalId = asked.ok && asked.value.draft ? asked.value.draft.id : "";
  expect([await stockOf(admin, shelf.itemId), await balanceOf(admin, shelf.accountId)]).toEqual([0, 0]);
  const decision = { approvalId, authority: everything, execute: executeReturnExchange };
  expect(await approve(decision, shelf.actor, MAY_DAY)).toEqual({ ok: false, reason: "own_draft" });
  expect(await approve(decision, checker, MAY_DAY)).toMatchObject({ ok: true });
  expect([await stockOf(admin, shelf.itemId), await balanceOf(admin, shelf.accountId)]).toEqual([12, 1_200]);
  expect(await returnExchange({ transferId, reason }, shelf.actor, MAY_DAY)).toMatchObject({
    ok: true,
    value: { isRepeat: true },
  });
  expect(await actsOn(admin, transferId)).toEqual([
    "draft_return_exchange",
    "approve_return_exchange denied: own_draft",
    "approve_return_exchange",
  ]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("an exchange that was taken back since its draft is not taken back again", async () => {
  const { shelf, transferId, checker } = await muchExchanged();
  const asked = await returnExchange({ transferId, reason }, shelf.actor, MAY_DAY);
  const approvalId = asked.ok && asked.value.draft ? asked.value.draft.id : "";
  const exchange = { transferId, itemId: shelf.itemId, pieces: 12 };
  await runTransaction((tx) => giveBack(tx, exchange, reason, checker.staffId));
  const decision = { approvalId, authority: everything, execute: executeReturnExchange };
  expect(await approve(decision, checker, MAY_DAY)).toEqual({ ok: false, reason: "already_reversed" });
  expect(await stockOf(admin, shelf.itemId)).toBe(12);
});
