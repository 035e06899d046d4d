import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { assignMissingReceiptNumbers } from "@/lib/ledger/assign-receipt-number";
import { adminSql, appSql, appUrl } from "../../support/database";
import { type Owner, openSmallWorld } from "../../support/open-world";
import { grant, posted, refusalOf, reverse, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();

const assign = async (id: string): Promise<number> =>
  (await app`select assign_receipt_number(${id}) as number`)[0]?.number;

async function openPayments(count: number) {
  const world = await openSmallWorld(admin);
  await posted(grant(app, { to: world.member, of: world.programme, points: 10_000 }));
  const paid = [];
  for (let n = 0; n < count; n++) {
    paid.push((await posted(spend(app, { from: world.member, at: world.shop, points: 1 }))).id);
  }
  return { ...world, paid };
}

const numbersOf = async (shop: Owner) => [
  ...(await admin`select number from receipt_numbers where shop_account_id = ${shop.account} order by number`).map(
    ({ number }) => number,
  ),
];
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test("payments of a shop's day are numbered from one without a gap, however many ask at the same moment", async () => {
  const { shop, paid } = await openPayments(30);
  const given = await Promise.all(paid.map(assign));
  expect(given.toSorted((a, b) => a - b)).toEqual(upTo(30));
  expect(await numbersOf(shop)).toEqual(upTo(30));
});

test("a payment keeps the one number it was given, whoever asks again at the same moment", async () => {
  const { paid } = await openPayments(2);
  const asked = paid[0] ?? "";
  const given = await Promise.all(Array.from({ length: 20 }, () => assign(asked)));
  expect(new Set(given)).toEqual(new Set([1]));
  expect(await assign(paid[1] ?? "")).toBe(2);
});

test("a crash between a number and its commit leaves no gap", async () => {
  const { shop, paid } = await openPayments(3);
  const dying = postgres(appUrl(), { max: 1, onnotice: () => undefined });
  const [backend] = await dying`select pg_backend_pid() as pid`;
  await dying.unsafe(`begin; select assign_receipt_number('${paid[0]}')`).simple();
  await admin`select pg_terminate_backend(${backend?.pid})`;
  await vi.waitFor(async () => {
    expect([...(await admin`select from pg_stat_activity where pid = ${backend?.pid}`)]).toEqual([]);
  });
  await dying.end({ timeout: 1 });
  expect(await assign(paid[1] ?? "")).toBe(1);
  expect(await assign(paid[0] ?? "")).toBe(2);
  expect(await numbersOf(shop)).toEqual([1, 2]);
});

test("what a crash left without a number gets one from the sweep, in the order of the payments, once", async () => {
  const { member, shop } = await openPayments(0);
  await admin`update city_clock set offset_seconds = -60`;
  const paid = [];
  for (let n = 0; n < 4; n++) paid.push((await posted(spend(app, { from: member, at: shop, points: 1 }))).id);
  await admin`update city_clock set offset_seconds = 0`;
  await assign(paid[2] ?? "");
  expect(await Promise.all([assignMissingReceiptNumbers(2), assignMissingReceiptNumbers(2)])).toContain(3);
  expect(await assignMissingReceiptNumbers(2)).toBe(0);
  const rows =
    await admin`select t.public_id as id, n.number from receipt_numbers n join transfers t on t.id = n.transfer_id
    where n.shop_account_id = ${shop.account} order by number`;
  expect(rows.map(({ id }) => id)).toEqual([paid[2], paid[0], paid[1], paid[3]]);
});

test("each shop and each city day counts for itself, and a day begins at midnight in Tokyo", async () => {
  const { member, shop, otherShop } = await openPayments(0);
  const at = async (account: number, instant: string) => {
    const [row] =
      await admin`select public_id as id from post_spend(gen_random_uuid(), gen_random_uuid()::text, ${member.account}, ${account}, 1,
      ${instant}, 'system:test')`;
    return assign(row?.id);
  };
  expect(await at(shop.account, "2026-05-01T14:59:59Z")).toBe(1);
  expect(await at(shop.account, "2026-05-01T15:00:00Z")).toBe(1);
  expect(await at(shop.account, "2026-05-02T14:59:59Z")).toBe(2);
  expect(await at(otherShop.account, "2026-05-02T00:00:00Z")).toBe(1);
});

test("only payments are numbered", async () => {
  const { member, programme, paid } = await openPayments(1);
  const granted = await posted(grant(app, { to: member, of: programme, points: 1 }));
  await expect(assign(granted.id)).rejects.toThrow("unknown_transfer");
  const refund = await posted(reverse(app, { of: paid[0] ?? "" }));
  await expect(assign(refund.id)).rejects.toThrow("unknown_transfer");
  expect(await refusalOf(reverse(app, { of: refund.id }))).toBe("not_reversible");
});
