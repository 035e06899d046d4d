import { beforeAll, expect, test } from "vitest";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { findCheck } from "@/lib/spending/queries";
import { quotePayment } from "@/lib/spending/quote-payment";
import { adminSql } from "../../support/database";
import {
  balanceOf,
  earn,
  makeMember,
  makeStaff,
  makeTill,
  moveCityClock,
  type TestStaff,
  transfersBy,
} from "../../support/fixtures";

const admin = adminSql();
let staff: TestStaff;
let token: string;
beforeAll(async () => {
  staff = await makeStaff();
  token = (await makeTill(staff)).token;
});

async function payerWith(...amounts: number[]) {
  const member = await makeMember();
  await earn(staff, member.memberId, ...amounts);
  return member;
}

async function quoteOf(memberId: string, points: number, at = token): Promise<string> {
  const quoted = await quotePayment({ token: at, memberId, points });
  if (!quoted.ok) throw new Error(quoted.reason);
  return quoted.value.quoteId;
}

const reasonOf = async (quoteId: string, memberId: string) => {
  const paid = await confirmPayment({ quoteId, memberId });
  return paid.ok ? "paid" : paid.reason;
};

test("twenty simultaneous confirmations of one quote are one debit, and all twenty get the same receipt", async () => {
  const { memberId, accountId } = await payerWith(500);
  const quoteId = await quoteOf(memberId, 200);
  const payments = await Promise.all(Array.from({ length: 20 }, () => confirmPayment({ quoteId, memberId })));
  expect(new Set(payments.map((paid) => (paid.ok ? paid.value.transferId : paid.reason))).size).toBe(1);
  expect(payments.filter((paid) => paid.ok && !paid.value.isRepeat)).toHaveLength(1);
  expect(await transfersBy(memberId, "spend")).toBe(1);
  expect(await balanceOf(accountId)).toBe(300);
  const numbers =
    await admin`select number from receipt_numbers join transfers t on t.id = transfer_id where t.actor = ${`member:${memberId}`}`;
  expect(numbers).toHaveLength(1);
});

test("a paid quote answers with its receipt for ever, also after the three minutes and another quote", async () => {
  const { memberId, accountId } = await payerWith(500);
  const quoteId = await quoteOf(memberId, 200);
  const first = await confirmPayment({ quoteId, memberId });
  await quoteOf(memberId, 100);
  await moveCityClock(600);
  const again = await confirmPayment({ quoteId, memberId });
  await moveCityClock(0);
  expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), isRepeat: true } });
  expect(await balanceOf(accountId)).toBe(300);
  const check = await findCheck({ quoteId, token, memberId });
  expect(check?.paidBy).toBe(first.ok && first.value.transferId);
});

test("a quote that nobody confirmed for three minutes pays nothing", async () => {
  const { memberId, accountId } = await payerWith(500);
  const quoteId = await quoteOf(memberId, 200);
  await moveCityClock(180);
  expect(await reasonOf(quoteId, memberId)).toBe("quote_expired");
  await moveCityClock(0);
  expect(await balanceOf(accountId)).toBe(500);
});

test("of two tabs the one with the older amount pays nothing", async () => {
  const { memberId, accountId } = await payerWith(500);
  const older = await quoteOf(memberId, 400);
  const newer = await quoteOf(memberId, 100);
  expect(await reasonOf(older, memberId)).toBe("quote_closed");
  expect(await reasonOf(newer, memberId)).toBe("paid");
  expect(await balanceOf(accountId)).toBe(400);
});

test("nobody can confirm a quote of somebody else: to them it does not exist", async () => {
  const [payer, stranger] = [await payerWith(500), await payerWith(500)];
  const quoteId = await quoteOf(payer.memberId, 200);
  expect(await reasonOf(quoteId, stranger.memberId)).toBe("unknown_quote");
  expect([await balanceOf(payer.accountId), await balanceOf(stranger.accountId)]).toEqual([500, 500]);
});

test("points that were taken back meanwhile are not spent: the balance is checked again at the confirmation", async () => {
  const { memberId, accountId } = await payerWith(300, 200);
  const quoteId = await quoteOf(memberId, 400);
  await admin`update wallets set balance = 350 where account_id = ${accountId}`;
  expect(await reasonOf(quoteId, memberId)).toBe("insufficient_points");
  expect(await transfersBy(memberId, "spend")).toBe(0);
});

test("receipt numbers of a shop's day count up without a gap, whoever pays at once", async () => {
  const { token: busy, shopId } = await makeTill(staff);
  const payers = await Promise.all(Array.from({ length: 8 }, () => payerWith(100)));
  const orders = await Promise.all(
    payers.map(async ({ memberId }) => ({ memberId, quoteId: await quoteOf(memberId, 100, busy) })),
  );
  await Promise.all([...orders, ...orders].map((order) => confirmPayment(order)));
  const numbers = await admin<
    { number: number }[]
  >`select number from receipt_numbers r join shops s on s.account_id = r.shop_account_id
    where s.id = ${shopId} order by number`;
  expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});
