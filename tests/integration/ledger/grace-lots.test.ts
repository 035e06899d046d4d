import { expect, test } from "vitest";
import { db } from "@/db/client";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { adminSql, appSql } from "../../support/database";
import { type Owner, openSmallWorld } from "../../support/open-world";
import { grant, posted, refusalOf, reverse, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();

const open = async (member: Owner) => [
  ...(await admin<{ remaining: number; on: string }[]>`
    select remaining, expires_on::text as on from open_lots where account_id = ${member.account} order by expires_on, lot_id`),
];

/** A grant of 80 that expired on 31 May, spent before and given back after it; then spent and given back after the grace, too. */
async function refundedAfterExpiry() {
  const world = await openSmallWorld(admin, 1_000);
  const past = new Date("2026-05-01T01:00:00Z");
  const order = { to: world.member, of: world.programme, points: 80, expiresOn: "2026-05-31", happenedAt: past };
  const granted = await posted(grant(app, order));
  await posted(grant(app, { to: world.member, of: world.programme, points: 50, expiresOn: "2099-03-31" }));
  const pay = (points: number) => spend(app, { from: world.member, at: world.shop, points });
  const paid = await posted(pay(80));
  await posted(reverse(app, { of: paid.id, points: 70 }));
  return { ...world, granted, pay };
}

const usedOf = async (programme: Owner) =>
  (await admin`select sum(used)::int as used from budget_slices where programme_id = ${programme.id}`)[0]?.used;

test("law 7: a grant is taken back out of the lots that follow its own, and its budget is free again", async () => {
  const { member, programme, granted } = await refundedAfterExpiry();
  expect(await refusalOf(reverse(app, { of: granted.id, points: 71 }))).toBe("grant_already_spent");
  expect((await posted(reverse(app, { of: granted.id, points: 70 }))).balance).toBe(50);
  expect(await open(member)).toEqual([{ remaining: 50, on: "2099-03-31" }]);
  expect(await usedOf(programme)).toBe(60);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("law 7: of a grant whose following lot was spent in part, only what is left of it is taken back", async () => {
  const { member, granted, pay } = await refundedAfterExpiry();
  await posted(pay(30));
  expect(await refusalOf(reverse(app, { of: granted.id, points: 41 }))).toBe("grant_already_spent");
  await posted(reverse(app, { of: granted.id, points: 40 }));
  expect(await open(member)).toEqual([{ remaining: 50, on: "2099-03-31" }]);
});

test("law 7: a lot that follows a lot that follows the grant's is found, and no other grant's is touched", async () => {
  const { member, granted, pay } = await refundedAfterExpiry();
  const again = await posted(pay(70));
  await admin`update city_clock set offset_seconds = 60 * 86400`;
  await posted(reverse(app, { of: again.id, points: 70 }));
  expect((await posted(reverse(app, { of: granted.id, points: 70 }))).balance).toBe(50);
  await admin`update city_clock set offset_seconds = 0`;
  expect(await open(member)).toEqual([{ remaining: 50, on: "2099-03-31" }]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});
