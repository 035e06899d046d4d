import { expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import { adminSql, appSql } from "../../support/database";
import { type Owner, openSmallWorld } from "../../support/open-world";
import { grant, posted, refusalOf, reverse, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();

const open = async (member: Owner) => [
  ...(await admin<{ remaining: number; on: string }[]>`
    select remaining, expires_on::text as on from open_lots where account_id = ${member.account} order by expires_on, lot_id`),
];

async function paidTown(lots: { points: number; expiresOn: string }[], points: number) {
  const town = await openSmallWorld(admin, 100_000);
  const grants = [];
  for (const lot of lots) grants.push(await posted(grant(app, { to: town.member, of: town.programme, ...lot })));
  const paid = await posted(spend(app, { from: town.member, at: town.shop, points }));
  return { ...town, grants, paid };
}

const two = [
  { points: 100, expiresOn: "2098-03-31" },
  { points: 100, expiresOn: "2099-03-31" },
];

test("law 7: a refund gives back to the very lots", async () => {
  const { member, paid } = await paidTown(two, 150);
  expect(await open(member)).toEqual([{ remaining: 50, on: "2099-03-31" }]);
  expect((await posted(reverse(app, { of: paid.id }))).balance).toBe(200);
  expect(await open(member)).toEqual([
    { remaining: 100, on: "2098-03-31" },
    { remaining: 100, on: "2099-03-31" },
  ]);
});

test("law 7: a part refund gives back what lives longest", async () => {
  const { member, paid } = await paidTown(two, 150);
  expect((await posted(reverse(app, { of: paid.id, points: 60 }))).balance).toBe(110);
  expect(await open(member)).toEqual([
    { remaining: 10, on: "2098-03-31" },
    { remaining: 100, on: "2099-03-31" },
  ]);
});

test("law 7: a payment is reversed once, whoever tries at the same moment", async () => {
  const { member, paid } = await paidTown(two, 150);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => refusalOf(reverse(app, { of: paid.id, points: 10 + n, key: newId() }))),
  );
  expect(answers.filter((refusal) => refusal === undefined)).toHaveLength(1);
  expect(answers.filter((refusal) => refusal === "already_reversed")).toHaveLength(19);
  const [wallet] = await admin`select balance from wallets where account_id = ${member.account}`;
  expect(wallet?.balance).toBeGreaterThanOrEqual(60);
  expect(wallet?.balance).toBeLessThan(80);
});

test("law 7: a reversal and a payment of the same points at once leave one of them", async () => {
  for (let round = 0; round < 10; round++) {
    const { member, shop, programme } = await openSmallWorld(admin, 1_000);
    const granted = await posted(grant(app, { to: member, of: programme, points: 100 }));
    const refusals = await Promise.all([
      refusalOf(reverse(app, { of: granted.id })),
      refusalOf(spend(app, { from: member, at: shop, points: 100 })),
    ]);
    expect([
      ["grant_already_spent", undefined],
      [undefined, "insufficient_points"],
    ]).toContainEqual(refusals);
  }
});

test("law 7: the same correction again gives the first one, another amount is a conflict", async () => {
  const { paid } = await paidTown(two, 150);
  const first = await posted(reverse(app, { of: paid.id, points: 60 }));
  expect(await posted(reverse(app, { of: paid.id, points: 60 }))).toEqual(first);
  expect(await refusalOf(reverse(app, { of: paid.id, points: 61 }))).toBe("event_key_conflict");
});

test("law 7: no more than the original is reversed, and a reversal is not reversed", async () => {
  const { paid, grants } = await paidTown(two, 150);
  expect(await refusalOf(reverse(app, { of: paid.id, points: 151 }))).toBe("more_than_original");
  expect(await refusalOf(reverse(app, { of: grants[1]?.id ?? "", points: 101 }))).toBe("more_than_original");
  const refund = await posted(reverse(app, { of: paid.id }));
  expect(await refusalOf(reverse(app, { of: refund.id }))).toBe("not_reversible");
  const back = await posted(reverse(app, { of: grants[1]?.id ?? "" }));
  expect(await refusalOf(reverse(app, { of: back.id }))).toBe("not_reversible");
  expect(await refusalOf(reverse(app, { of: newId() }))).toBe("unknown_transfer");
});

test("law 7: a grant that was spent is not taken back, the part that remains is, and its budget is free again", async () => {
  const { member, programme, grants, paid } = await paidTown([{ points: 100, expiresOn: "2099-03-31" }], 70);
  const granted = grants[0]?.id ?? "";
  expect(await refusalOf(reverse(app, { of: granted }))).toBe("grant_already_spent");
  expect(await refusalOf(reverse(app, { of: granted, points: 31 }))).toBe("grant_already_spent");
  expect((await posted(reverse(app, { of: granted, points: 30 }))).balance).toBe(0);
  const [budget] = await admin`select sum(used)::int as used from budget_slices where programme_id = ${programme.id}`;
  expect(budget).toEqual({ used: 70 });
  await posted(reverse(app, { of: paid.id }));
  expect(await open(member)).toEqual([{ remaining: 70, on: "2099-03-31" }]);
});

test("law 7: a correction says why", async () => {
  const { paid } = await paidTown(two, 10);
  await expect(
    app`select reverse_transfer(${newId()}, ${newId()}, ${paid.id}, null, 'staff:test', '', 30)`,
  ).rejects.toThrow("transfers_reversal_has_reason");
});

test("law 7: points refunded into a lot that has expired live on for thirty days in a lot that follows it", async () => {
  const { member, shop, programme } = await openSmallWorld(admin, 1_000);
  const past = new Date("2026-05-01T01:00:00Z");
  await posted(grant(app, { to: member, of: programme, points: 80, expiresOn: "2026-05-31", happenedAt: past }));
  await posted(grant(app, { to: member, of: programme, points: 50, expiresOn: "2099-03-31" }));
  const paid = await posted(spend(app, { from: member, at: shop, points: 100 }));
  const refund = await posted(reverse(app, { of: paid.id, points: 90, graceDays: 30 }));
  const [today] = await admin<{ grace: string }[]>`select (city_day(city_now()) + 30)::text as grace`;
  expect(await open(member)).toEqual([
    { remaining: 70, on: today?.grace },
    { remaining: 50, on: "2099-03-31" },
  ]);
  const [lot] =
    await admin`select l.points, o.expires_on::text as origin, l.programme_id as programme, l.rule_version as rule
    from lots l join lots o on o.id = l.origin_lot_id where l.transfer_id = (select id from transfers where public_id = ${refund.id})`;
  expect(lot).toEqual({ points: 70, origin: "2026-05-31", programme: programme.id, rule: 1 });
});
