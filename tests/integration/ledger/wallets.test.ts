import { expect, test } from "vitest";
import { adminSql, appSql } from "../../support/database";
import { openSmallWorld } from "../../support/open-world";
import { grant, posted, refusalOf, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();

test("law 5: of a hundred payments of the whole balance at once exactly one is made, and 99 are refused", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  await posted(grant(app, { to: member, of: programme, points: 60 }));
  await posted(grant(app, { to: member, of: programme, points: 40 }));
  const refusals = await Promise.all(
    Array.from({ length: 100 }, () => refusalOf(spend(app, { from: member, at: shop, points: 100 }))),
  );
  expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(1);
  expect(refusals.filter((refusal) => refusal === "insufficient_points")).toHaveLength(99);
  const [wallet] = await admin`select balance from wallets where account_id = ${member.account}`;
  expect(wallet).toEqual({ balance: 0 });
});

test("law 5: simultaneous small payments add up to what was there, not a point more", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  for (const points of [30, 30, 30]) await posted(grant(app, { to: member, of: programme, points }));
  const refusals = await Promise.all(
    Array.from({ length: 40 }, () => refusalOf(spend(app, { from: member, at: shop, points: 7 }))),
  );
  expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(12);
  const [left] =
    await admin`select balance, (select sum(remaining)::int from open_lots o where o.account_id = w.account_id) as lots
    from wallets w where account_id = ${member.account}`;
  expect(left).toEqual({ balance: 6, lots: 6 });
});

test("law 5: points that are held cannot be spent", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  await posted(grant(app, { to: member, of: programme, points: 100 }));
  await admin`update wallets set held = 70 where account_id = ${member.account}`;
  expect(await refusalOf(spend(app, { from: member, at: shop, points: 31 }))).toBe("insufficient_points");
  expect((await posted(spend(app, { from: member, at: shop, points: 30 }))).balance).toBe(70);
  await admin`update wallets set held = 0 where account_id = ${member.account}`;
});

test("a shop or a programme has no wallet: nothing can be granted to it or paid from it", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  expect(await refusalOf(grant(app, { to: shop, of: programme, points: 1 }))).toBe("unknown_account");
  expect(await refusalOf(spend(app, { from: programme, at: shop, points: 1 }))).toBe("unknown_account");
  await posted(grant(app, { to: member, of: programme, points: 5 }));
  await expect(spend(app, { from: member, at: programme, points: 1 })).rejects.toThrow("route_not_allowed");
});
