import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { findReceipt, listHistory, PAGE_SIZE } from "@/lib/history/queries";
import { reverseTransfer } from "@/lib/ledger/reverse-transfer";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { quotePayment } from "@/lib/spending/quote-payment";
import { adminSql } from "../../support/database";
import { earn, makeMember, makeStaff, makeTill, type TestStaff } from "../../support/fixtures";

const admin = adminSql();
let staff: TestStaff;
let token: string;
beforeAll(async () => {
  staff = await makeStaff();
  token = (await makeTill(staff, { name: "むいから食堂" })).token;
});

async function pay(memberId: string, points: number): Promise<string> {
  const quoted = await quotePayment({ token, memberId, points });
  const paid = quoted.ok ? await confirmPayment({ quoteId: quoted.value.quoteId, memberId }) : quoted;
  if (!paid.ok) throw new Error(paid.reason);
  return paid.value.transferId;
}

async function reverse(transferId: string, points: number | null, reason: string): Promise<string> {
  const done = await reverseTransfer(db, {
    transferId,
    points,
    actor: `staff:${staff.staffId}`,
    reason,
    graceDays: 30,
  });
  if (!done.ok) throw new Error(done.reason);
  return done.value.id;
}

test("the history shows what was received, spent, taken back and refunded, newest first, with the balance after each", async () => {
  const { memberId, accountId } = await makeMember();
  const [, second] = await earn(staff, memberId, 300, 50);
  const paid = await pay(memberId, 120);
  const refund = await reverse(paid, 20, "金額の間違い");
  const takenBack = await reverse(second?.transferId ?? "", null, "参加していなかった");
  const { entries, next } = await listHistory(accountId);
  expect(entries.map(({ kind, change, balanceAfter }) => [kind, change, balanceAfter])).toEqual([
    ["grant_reversal", -50, 200],
    ["refund", 20, 250],
    ["spend", -120, 230],
    ["grant", 50, 350],
    ["grant", 300, 300],
  ]);
  expect(entries.map(({ transferId }) => transferId).slice(0, 3)).toEqual([takenBack, refund, paid]);
  expect(next).toBeUndefined();
});

test("each entry carries its names, and a reversal and what it reverses point at each other with the reason", async () => {
  const { memberId, accountId } = await makeMember();
  const [grant] = await earn(staff, memberId, 300);
  const paid = await pay(memberId, 120);
  const refund = await reverse(paid, 20, "金額の間違い");
  expect(await findReceipt(grant?.transferId ?? "", accountId)).toMatchObject({
    activity: "多摩川ウオーキング",
    programme: "健康ウオーキング",
    shop: null,
    expiresOn: "2028-03-31",
    original: null,
    reversal: null,
  });
  expect(await findReceipt(paid, accountId)).toMatchObject({
    shop: "むいから食堂",
    receiptNumber: expect.any(Number),
    expiresOn: null,
    reversal: { transferId: refund, points: 20, reason: "金額の間違い" },
  });
  expect(await findReceipt(refund, accountId)).toMatchObject({
    shop: "むいから食堂",
    reason: "金額の間違い",
    original: { transferId: paid },
  });
});

test("an entry is shown to its owner alone: to anybody else its id does not exist", async () => {
  const [owner, stranger] = [await makeMember(), await makeMember()];
  const [grant] = await earn(staff, owner.memberId, 300);
  const paid = await pay(owner.memberId, 100);
  for (const transferId of [grant?.transferId ?? "", paid]) {
    expect(await findReceipt(transferId, owner.accountId)).toBeDefined();
    expect(await findReceipt(transferId, stranger.accountId)).toBeUndefined();
    expect((await listHistory(stranger.accountId, transferId)).entries).toEqual([]);
  }
});

test("page after page shows every entry once, also when new ones arrive meanwhile", async () => {
  const { memberId, accountId } = await makeMember();
  await earn(staff, memberId, 1000);
  for (let count = 1; count < PAGE_SIZE * 2 + 5; count += 1) await pay(memberId, 1);
  const first = await listHistory(accountId);
  await pay(memberId, 1);
  const second = await listHistory(accountId, first.next);
  const third = await listHistory(accountId, second.next);
  const seen = [first, second, third].flatMap(({ entries }) => entries.map(({ transferId }) => transferId));
  expect(seen).toHaveLength(PAGE_SIZE * 2 + 5);
  expect(new Set(seen).size).toBe(seen.length);
  expect([second.next === undefined, third.next]).toEqual([false, undefined]);
  const balances = [first, second, third].flatMap(({ entries }) => entries.map(({ balanceAfter }) => balanceAfter));
  expect(balances).toEqual(balances.toSorted((one, other) => one - other));
});

test("an empty wallet has an empty history", async () => {
  const { accountId } = await makeMember();
  expect(await listHistory(accountId)).toEqual({ entries: [], next: undefined });
});

test("a page is read from the two account indexes, not by reading the ledger through", async () => {
  const { memberId, accountId } = await makeMember();
  await earn(staff, memberId, 300);
  await pay(memberId, 1);
  const plan = await admin.begin(async (sql) => {
    await sql`set local enable_seqscan = off`;
    return sql`explain (select id from transfers where from_account_id = ${accountId} order by id desc limit 31)
      union all (select id from transfers where to_account_id = ${accountId} order by id desc limit 31)`;
  });
  const text = plan.map((row) => String(row["QUERY PLAN"])).join("\n");
  expect(text).toMatch(/transfers_from\b/);
  expect(text).toMatch(/transfers_to\b/);
  expect(text).not.toMatch(/Sort/);
});
