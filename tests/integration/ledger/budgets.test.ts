import { expect, test } from "vitest";
import { adminSql, appSql } from "../../support/database";
import { type Owner, openSmallWorld, openWorld } from "../../support/open-world";
import { grant, posted, refusalOf, reverse } from "../../support/post";

const admin = adminSql();
const app = appSql();

const budgetOf = async (programme: Owner) =>
  (
    await admin`select sum(used)::int as used, sum(allotted)::int as ceiling from budget_slices where programme_id = ${programme.id}`
  )[0];

/** Fifty members ask for `points` each at the same moment; how many got them. */
async function grantAtOnce(programme: Owner, points: number): Promise<number> {
  const { members } = await openWorld(admin, { members: 50, budgets: [] });
  const refusals = await Promise.all(members.map((to) => refusalOf(grant(app, { to, of: programme, points }))));
  expect(new Set(refusals.filter((refusal) => refusal !== undefined))).toEqual(
    new Set(refusals.some((refusal) => refusal) ? ["budget_exhausted"] : []),
  );
  return refusals.filter((refusal) => refusal === undefined).length;
}

test.each([
  { budget: 1_000, points: 100, fit: 10 },
  { budget: 999, points: 100, fit: 9 },
  { budget: 49, points: 1, fit: 49 },
  { budget: 64, points: 33, fit: 1 },
  { budget: 100_000, points: 100, fit: 50 },
  { budget: 99, points: 100, fit: 0 },
])(
  "law 9: of fifty grants of $points at once under a budget of $budget exactly $fit are made",
  async ({ budget, points, fit }) => {
    const { programme } = await openSmallWorld(admin, budget);
    expect(await grantAtOnce(programme, points)).toBe(fit);
    expect(await budgetOf(programme)).toEqual({ used: fit * points, ceiling: budget });
  },
);

test("law 9: what is left in pieces is found: slices that are each too small add up to a grant", async () => {
  const { member, programme } = await openSmallWorld(admin, 3_200);
  await admin`update budget_slices set used = allotted - 10 where programme_id = ${programme.id}`;
  expect(await refusalOf(grant(app, { to: member, of: programme, points: 321 }))).toBe("budget_exhausted");
  await posted(grant(app, { to: member, of: programme, points: 320 }));
  expect(await budgetOf(programme)).toEqual({ used: 3_200, ceiling: 3_200 });
});

test("law 9: a budget that moves while grants are made is never overdrawn, and never set below what was granted", async () => {
  const { programme } = await openSmallWorld(admin, 2_000);
  const setTo = (points: number) =>
    app`select set_budget(${programme.id}, ${points})`.then(
      () => points,
      () => undefined,
    );
  const [made, ...set] = await Promise.all([grantAtOnce(programme, 100), ...[1_500, 900, 3_000, 1_200].map(setTo)]);
  const budget = await budgetOf(programme);
  expect(budget?.used).toBe(made * 100);
  expect(budget?.used).toBeLessThanOrEqual(budget?.ceiling);
  expect([2_000, ...set]).toContain(budget?.ceiling);
  await expect(app`select set_budget(${programme.id}, ${made * 100 - 1})`).rejects.toThrow("budget_below_used");
  await app`select set_budget(${programme.id}, ${made * 100})`;
  expect(await grantAtOnce(programme, 1)).toBe(0);
});

test("law 9: a programme whose budget nobody set grants nothing", async () => {
  const { member, programme } = await openSmallWorld(admin, 0);
  expect(await refusalOf(grant(app, { to: member, of: programme, points: 1 }))).toBe("budget_exhausted");
});

test("law 9: what is taken back can be granted again, to the point", async () => {
  const { member, other, programme } = await openSmallWorld(admin, 500);
  const first = await posted(grant(app, { to: member, of: programme, points: 500 }));
  await posted(reverse(app, { of: first.id, points: 120 }));
  expect(await refusalOf(grant(app, { to: other, of: programme, points: 121 }))).toBe("budget_exhausted");
  await posted(grant(app, { to: other, of: programme, points: 120 }));
  expect(await budgetOf(programme)).toEqual({ used: 500, ceiling: 500 });
});

test("law 9: a refused grant leaves nothing behind", async () => {
  const { member, programme } = await openSmallWorld(admin, 10);
  expect(await refusalOf(grant(app, { to: member, of: programme, points: 11 }))).toBe("budget_exhausted");
  const [left] = await admin`select balance, version,
      (select count(*)::int from lots l where l.account_id = w.account_id) as lots,
      (select count(*)::int from transfers t where t.to_account_id = w.account_id) as transfers
    from wallets w where account_id = ${member.account}`;
  expect(left).toEqual({ balance: 0, version: 0, lots: 0, transfers: 0 });
});
