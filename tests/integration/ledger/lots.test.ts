import { expect, test } from "vitest";
import { adminSql, appSql } from "../../support/database";
import { type Owner, openSmallWorld } from "../../support/open-world";
import { grant, posted, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();

/** What a payment took: points of the lot that each of the named grants gave, in the order of the grants. */
async function takenFrom(paid: string, grants: string[]): Promise<number[]> {
  const rows = await admin<{ id: string; points: number }[]>`
    select g.public_id as id, u.points from lot_uses u join transfers t on t.id = u.transfer_id
      join lots l on l.id = u.lot_id join transfers g on g.id = l.transfer_id where t.public_id = ${paid}`;
  return grants.map((id) => rows.find((row) => row.id === id)?.points ?? 0);
}

const give = async (to: Owner, of: Owner, points: number, expiresOn: string) =>
  (await posted(grant(app, { to, of, points, expiresOn }))).id;

test("law 6: a payment takes the lots that expire first, whatever order they came in", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  const late = await give(member, programme, 100, "2099-03-31");
  const soon = await give(member, programme, 100, "2097-03-31");
  const middle = await give(member, programme, 100, "2098-03-31");
  const paid = await posted(spend(app, { from: member, at: shop, points: 150 }));
  expect(await takenFrom(paid.id, [soon, middle, late])).toEqual([100, 50, 0]);
});

test("law 6: of lots that expire on one day the oldest goes first", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  const grants = [];
  for (let n = 0; n < 3; n++) grants.push(await give(member, programme, 10, "2099-03-31"));
  const paid = await posted(spend(app, { from: member, at: shop, points: 15 }));
  expect(await takenFrom(paid.id, grants)).toEqual([10, 5, 0]);
});

test("law 6: of lots that expire on one day those bound to a purpose go before general ones", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  const general = await give(member, programme, 10, "2099-03-31");
  const bound = await give(member, programme, 10, "2099-03-31");
  await admin.begin(async (tx) => {
    await tx`alter table lots disable trigger append_only`;
    await tx`update lots set purse = 'child' where transfer_id = (select id from transfers where public_id = ${bound})`;
    await tx`update open_lots set is_general = false
      where lot_id = (select id from lots where account_id = ${member.account} and purse = 'child')`;
    await tx`alter table lots enable always trigger append_only`;
  });
  const paid = await posted(spend(app, { from: member, at: shop, points: 13 }));
  expect(await takenFrom(paid.id, [bound, general])).toEqual([10, 3]);
});

test("law 6: a lot that is used up is open no more, and each point of it has one use", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  await give(member, programme, 100, "2099-03-31");
  for (const points of [30, 30, 40]) await posted(spend(app, { from: member, at: shop, points }));
  const [lot] = await admin`select l.points, sum(u.points)::int as used, count(o.lot_id)::int as open
    from lots l join lot_uses u on u.lot_id = l.id left join open_lots o on o.lot_id = l.id
    where l.account_id = ${member.account} group by l.id`;
  expect(lot).toEqual({ points: 100, used: 100, open: 0 });
});

test("law 8: a lot past its day is not lost by reading: it can be spent until an entry expires it", async () => {
  const { member, shop, programme } = await openSmallWorld(admin);
  const past = new Date("2026-05-01T01:00:00Z");
  await posted(grant(app, { to: member, of: programme, points: 50, expiresOn: "2026-05-31", happenedAt: past }));
  expect((await posted(spend(app, { from: member, at: shop, points: 50 }))).balance).toBe(0);
});

test("a lot says what it was granted under: programme, money, rule and fiscal year of the day it happened", async () => {
  const { member, programme } = await openSmallWorld(admin);
  await admin`update programmes set rule_version = 3, funding_source = '森林環境譲与税' where id = ${programme.id}`;
  const happenedAt = new Date("2026-03-31T14:59:59Z");
  await posted(grant(app, { to: member, of: programme, points: 50, happenedAt }));
  await posted(grant(app, { to: member, of: programme, points: 50, happenedAt: new Date("2026-03-31T15:00:00Z") }));
  const rows = await admin`select programme_id as id, rule_version as rule, funding_source as money, fiscal_year as year
    from lots where account_id = ${member.account} order by id`;
  const terms = { id: programme.id, rule: 3, money: "森林環境譲与税" };
  expect([...rows]).toEqual([
    { ...terms, year: 2025 },
    { ...terms, year: 2026 },
  ]);
});
