import { expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import { adminSql, appSql } from "../../support/database";
import { openSmallWorld } from "../../support/open-world";
import { confirm, grant, posted, quote, refusalOf, reverse, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();

async function openFunded(points = 100) {
  const world = await openSmallWorld(admin);
  await posted(grant(app, { to: world.member, of: world.programme, points }));
  return world;
}

const balanceOf = async (account: number) =>
  (await admin`select balance from wallets where account_id = ${account}`)[0]?.balance;

test("a quote moves no points and locks none", async () => {
  const { member, shop } = await openFunded(100);
  await quote(app, { from: member, at: shop, points: 100 });
  expect(await balanceOf(member.account)).toBe(100);
  expect((await posted(spend(app, { from: member, at: shop, points: 100 }))).balance).toBe(0);
});

test("a quote that is confirmed twenty times at once is paid once, and all twenty get that payment", async () => {
  const { member, shop } = await openFunded(100);
  const quoteId = await quote(app, { from: member, at: shop, points: 40 });
  const answers = await Promise.all(Array.from({ length: 20 }, () => posted(confirm(app, { quoteId, by: member }))));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await balanceOf(member.account)).toBe(60);
});

test("a quote is paid at its own shop and amount, and closed by it", async () => {
  const { member, shop } = await openFunded(100);
  const quoteId = await quote(app, { from: member, at: shop, points: 40 });
  const paid = await posted(confirm(app, { quoteId, by: member }));
  const [row] =
    await admin`select t.points, t.to_account_id::int as shop, q.transfer_public_id as paid, q.closed_at is not null as closed
    from quotes q join transfers t on t.public_id = q.transfer_public_id where q.id = ${quoteId}`;
  expect(row).toEqual({ points: 40, shop: shop.account, paid: paid.id, closed: true });
});

test("another member cannot pay, or learn of, a quote", async () => {
  const { member, other, shop } = await openFunded(100);
  const quoteId = await quote(app, { from: member, at: shop, points: 40 });
  expect(await refusalOf(confirm(app, { quoteId, by: other }))).toBe("unknown_quote");
  expect(await refusalOf(confirm(app, { quoteId: newId(), by: member }))).toBe("unknown_quote");
});

test("a quote that has run out is not paid, one that was paid in time answers for ever", async () => {
  const { member, shop } = await openFunded(100);
  const paidId = await quote(app, { from: member, at: shop, points: 10 });
  const paid = await posted(confirm(app, { quoteId: paidId, by: member }));
  const late = await quote(app, { from: member, at: shop, points: 10 });
  await admin`update city_clock set offset_seconds = 180`;
  expect(await refusalOf(confirm(app, { quoteId: late, by: member }))).toBe("quote_expired");
  expect(await posted(confirm(app, { quoteId: paidId, by: member }))).toEqual(paid);
  await admin`update city_clock set offset_seconds = 0`;
  expect(await balanceOf(member.account)).toBe(90);
});

test("a new quote closes the one before it: a member has one open amount", async () => {
  const { member, shop, otherShop } = await openFunded(100);
  const first = await quote(app, { from: member, at: shop, points: 10 });
  const second = await quote(app, { from: member, at: otherShop, points: 20 });
  expect(await refusalOf(confirm(app, { quoteId: first, by: member }))).toBe("quote_closed");
  expect((await posted(confirm(app, { quoteId: second, by: member }))).balance).toBe(80);
});

test("quotes opened and confirmed at the same moment leave one open at most, and pay each at most once", async () => {
  const { member, shop } = await openFunded(1_000);
  await Promise.all(
    Array.from({ length: 15 }, async () => {
      const quoteId = await quote(app, { from: member, at: shop, points: 10 });
      await Promise.all([confirm(app, { quoteId, by: member }), confirm(app, { quoteId, by: member })]);
    }),
  );
  const [count] = await admin`select count(*) filter (where closed_at is null)::int as open,
      count(transfer_public_id)::int as paid, (select count(*)::int from transfers where from_account_id = ${member.account}) as debits
    from quotes where member_id = ${member.id}`;
  expect(count?.open).toBeLessThanOrEqual(1);
  expect(count?.paid).toBe(count?.debits);
  expect(await balanceOf(member.account)).toBe(1_000 - count?.debits * 10);
});

test("a quote above the balance is refused when it is confirmed, and can be paid once the points are there", async () => {
  const { member, shop, programme } = await openFunded(30);
  const quoteId = await quote(app, { from: member, at: shop, points: 50 });
  expect(await refusalOf(confirm(app, { quoteId, by: member }))).toBe("insufficient_points");
  await posted(grant(app, { to: member, of: programme, points: 20 }));
  expect((await posted(confirm(app, { quoteId, by: member }))).balance).toBe(0);
});

test("a shop that has ended its part takes no quote that was open", async () => {
  const { member, shop } = await openFunded(30);
  const quoteId = await quote(app, { from: member, at: shop, points: 30 });
  await admin`update shops set closed_at = now() where id = ${shop.id}`;
  expect(await refusalOf(confirm(app, { quoteId, by: member }))).toBe("shop_closed");
});

test("a payment that was refunded is not paid again by its quote", async () => {
  const { member, shop } = await openFunded(100);
  const quoteId = await quote(app, { from: member, at: shop, points: 40 });
  const paid = await posted(confirm(app, { quoteId, by: member }));
  await posted(reverse(app, { of: paid.id }));
  expect(await posted(confirm(app, { quoteId, by: member }))).toEqual(paid);
  expect(await balanceOf(member.account)).toBe(100);
});
