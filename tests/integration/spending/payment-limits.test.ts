import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { quoteAction } from "@/app/(citizen)/s/[code]/actions";
import { payAction, quoteAgainAction } from "@/app/(citizen)/s/[code]/check/[quote]/actions";
import { startSession } from "@/lib/auth/start-session";
import { takeAttempt } from "@/lib/limits/limits";
import { findPaidTransfer } from "@/lib/spending/queries";
import { quotePayment } from "@/lib/spending/quote-payment";
import { useBrowser } from "../../support/browser";
import { balanceOf, earn, makeMember, makeStaff, makeTill, type TestStaff } from "../../support/fixtures";

vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("next-intl/server", () => import("../../support/translations"));

let staff: TestStaff;
let token: string;
beforeAll(async () => {
  staff = await makeStaff();
  token = (await makeTill(staff)).token;
});
beforeEach(() => void useBrowser());

const redirected = (to: string) => expect.objectContaining({ digest: expect.stringContaining(to) });

function form(values: Record<string, string>): FormData {
  const typed = new FormData();
  for (const [name, value] of Object.entries(values)) typed.set(name, value);
  return typed;
}

/** A member with 500 points, signed in on this browser. */
async function payer() {
  const member = await makeMember();
  await earn(staff, member.memberId, 500);
  await startSession({ memberId: member.memberId }, new Date());
  return member;
}

async function quoteOf(memberId: string, points: number): Promise<string> {
  const quoted = await quotePayment({ token, memberId, points });
  if (!quoted.ok) throw new Error(quoted.reason);
  return quoted.value.quoteId;
}

async function takeAll(kind: "payment_quote" | "payment_confirm", accountId: number, times: number): Promise<void> {
  for (let taken = 0; taken < times; taken += 1) await takeAttempt(kind, String(accountId));
}

test("a paid quote is answered with its receipt however often it is pressed, and pays once", async () => {
  const { memberId, accountId } = await payer();
  const quote = await quoteOf(memberId, 200);
  for (let presses = 0; presses < 25; presses += 1) {
    await expect(payAction(null, form({ token, quote }))).rejects.toEqual(redirected("/receipts/"));
  }
  const paid = await findPaidTransfer(quote, memberId);
  await expect(payAction(null, form({ token, quote }))).rejects.toEqual(redirected(`/receipts/${paid}?live;`));
  expect(await balanceOf(accountId)).toBe(300);
});

test("what is not paid yet is not paid after twenty confirmations in ten minutes, and a sentence says so", async () => {
  const { memberId, accountId } = await payer();
  const quote = await quoteOf(memberId, 200);
  await takeAll("payment_confirm", accountId, 20);
  expect((await payAction(null, form({ token, quote }))).text).toContain("10分");
  expect(await balanceOf(accountId)).toBe(500);
});

test("nobody finds another's payment by its quote", async () => {
  const { memberId } = await payer();
  const quote = await quoteOf(memberId, 200);
  expect(await findPaidTransfer(quote, memberId)).toBeUndefined();
  await expect(payAction(null, form({ token, quote }))).rejects.toEqual(redirected("/receipts/"));
  expect(await findPaidTransfer(quote, memberId)).toBeDefined();
  expect(await findPaidTransfer(quote, (await makeMember()).memberId)).toBeUndefined();
});

test("sixty check pages in ten minutes are opened, the next one is not, and the answer says that no points moved", async () => {
  const { accountId } = await payer();
  await takeAll("payment_quote", accountId, 59);
  await expect(quoteAction(null, form({ token, points: "100" }))).rejects.toEqual(redirected("/check/"));
  const refused = await quoteAction(null, form({ token, points: "100" }));
  expect(refused?.notice?.text).toMatch(/減っていません.*10分/);
  expect(refused?.values).toMatchObject({ points: "100" });
  expect(await balanceOf(accountId)).toBe(500);
});

test("the same amount again counts as a check page, and one too many leads to the shop's page, which says so", async () => {
  const { accountId } = await payer();
  await takeAll("payment_quote", accountId, 59);
  await expect(quoteAgainAction(form({ token, points: "100" }))).rejects.toEqual(redirected("/check/"));
  await expect(quoteAgainAction(form({ token, points: "100" }))).rejects.toEqual(
    redirected(`/s/${token}?busy&points=100;`),
  );
});
