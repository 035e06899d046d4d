import { expect, test } from "vitest";
import { db } from "@/db/client";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { newId } from "@/lib/shared/ids";
import { adminSql, appSql } from "../../support/database";
import { recordMerge } from "../../support/merge-fixtures";
import { type Owner, openSmallWorld } from "../../support/open-world";
import { grant, isPosted, merge, posted, refusalOf, reverse, spend, undoMerge } from "../../support/post";

const admin = adminSql();
const app = appSql();

const open = async (member: Owner) => [
  ...(await admin<{ remaining: number; on: string }[]>`
    select remaining, expires_on::text as on from open_lots where account_id = ${member.account} order by expires_on, lot_id`),
];
const balance = async ({ account }: Owner) =>
  Number((await admin`select balance from wallets where account_id = ${account}`)[0]?.balance);

/** 100 points in two lots with the one, 40 with the other. */
async function twoWallets() {
  const { member: from, other: into, programme, shop } = await openSmallWorld(admin, 1_000);
  const early = await posted(grant(app, { to: from, of: programme, points: 30, expiresOn: "2097-03-31" }));
  await posted(grant(app, { to: from, of: programme, points: 70, expiresOn: "2099-03-31" }));
  await posted(grant(app, { to: into, of: programme, points: 40, expiresOn: "2098-03-31" }));
  return { from, into, shop, programme, early, id: newId() };
}
type Pair = Awaited<ReturnType<typeof twoWallets>>;

async function merged(): Promise<Pair> {
  const pair = await twoWallets();
  const { points } = await posted(merge(app, pair));
  await recordMerge(admin, { ...pair, points });
  return pair;
}

test("law 6: a merge gives the one wallet all lots of the other, under the very terms, and its account holds nothing", async () => {
  const { from, into, programme, id } = await merged();
  expect([await balance(from), await balance(into)]).toEqual([0, 140]);
  expect(await open(into)).toEqual([
    { remaining: 30, on: "2097-03-31" },
    { remaining: 40, on: "2098-03-31" },
    { remaining: 70, on: "2099-03-31" },
  ]);
  const terms =
    await admin`select l.programme_id as programme, l.points = o.points as whole, o.account_id::int as origin
    from transfers t join lots l on l.transfer_id = t.id join lots o on o.id = l.origin_lot_id where t.event_key = ${`merge_in:${id}`}`;
  expect([...terms]).toEqual(Array(2).fill({ programme: programme.id, whole: true, origin: from.account }));
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("law 4: a merge repeated, and twenty at once, are one", async () => {
  const pair = await twoWallets();
  const answers = await Promise.all(Array.from({ length: 20 }, () => merge(app, pair)));
  expect(new Set(answers.map((answer) => isPosted(answer) && answer.id)).size).toBe(1);
  expect(await balance(pair.into)).toBe(140);
  await recordMerge(admin, { ...pair, points: 100 });
});

test("an empty wallet is merged without a transfer, and its undoing moves nothing", async () => {
  const { member: from, other: into } = await openSmallWorld(admin);
  const id = newId();
  expect(await merge(app, { from, into, id })).toMatchObject({ id: null });
  expect(await undoMerge(app, id)).toMatchObject({ id: null });
});

test("law 7: the undoing gives the very lots back, what was spent stays spent, and a repeat changes nothing", async () => {
  const { from, into, shop, id } = await merged();
  await posted(spend(app, { from: into, at: shop, points: 50 }));
  const back = await posted(undoMerge(app, id));
  expect(back).toMatchObject({ points: 70, balance: 70 });
  expect(await open(from)).toEqual([{ remaining: 70, on: "2099-03-31" }]);
  expect(await open(into)).toEqual([{ remaining: 20, on: "2098-03-31" }]);
  expect(await posted(undoMerge(app, id))).toEqual(back);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("law 7: a lot that expired between a merge and its undoing is followed by one of thirty days", async () => {
  const { member: from, other: into, programme } = await openSmallWorld(admin, 1_000);
  const past = new Date("2026-05-01T01:00:00Z");
  await posted(grant(app, { to: from, of: programme, points: 80, expiresOn: "2026-05-31", happenedAt: past }));
  const id = newId();
  await posted(merge(app, { from, into, id }));
  await recordMerge(admin, { id, from, into, points: 80 });
  await posted(undoMerge(app, id));
  const [today] = await admin<{ grace: string }[]>`select (city_day(city_now()) + 30)::text as grace`;
  expect(await open(from)).toEqual([{ remaining: 80, on: today?.grace }]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("law 7: a grant whose points a merge has taken is not taken back until the merge is undone", async () => {
  const { early, id } = await merged();
  expect(await refusalOf(reverse(app, { of: early.id }))).toBe("grant_already_spent");
  await posted(undoMerge(app, id));
  expect(await posted(reverse(app, { of: early.id }))).toMatchObject({ points: 30, balance: 70 });
});

test("law 7: one side of a merge is no entry to be corrected", async () => {
  const { id } = await merged();
  const sides = await admin<{ id: string }[]>`
    select public_id as id from transfers where event_key in (${`merge_in:${id}`}, ${`merge_out:${id}`})`;
  for (const side of sides) expect(await refusalOf(reverse(app, { of: side.id }))).toBe("not_reversible");
});

test("law 5: of a merge and a payment at once each point goes one way", async () => {
  for (let round = 0; round < 10; round++) {
    const pair = await twoWallets();
    const { from, into, shop } = pair;
    const [gone, paid] = await Promise.all([
      posted(merge(app, pair)),
      refusalOf(spend(app, { from, at: shop, points: 60 })),
    ]);
    await recordMerge(admin, { ...pair, points: gone.points });
    expect([gone.points, paid]).toBeOneOf([
      [100, "insufficient_points"],
      [40, undefined],
    ]);
    expect([await balance(from), await balance(into)]).toEqual([0, 40 + gone.points]);
  }
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("law 5: of an undoing and a payment at once each point goes one way", async () => {
  for (let round = 0; round < 10; round++) {
    const { from, into, shop, id } = await merged();
    const [back, paid] = await Promise.all([
      posted(undoMerge(app, id)),
      refusalOf(spend(app, { from: into, at: shop, points: 140 })),
    ]);
    expect([back.points, paid, await balance(from), await balance(into)]).toBeOneOf([
      [100, "insufficient_points", 100, 40],
      [null, undefined, 0, 0],
    ]);
  }
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("two merges each way at once wait for each other", async () => {
  const { from, into } = await twoWallets();
  const [one, other] = [newId(), newId()];
  await Promise.all([merge(app, { from, into, id: one }), merge(app, { from: into, into: from, id: other })]);
  expect((await balance(from)) + (await balance(into))).toBe(140);
});

test("law 12: a merge between two books is refused", async () => {
  const { from, into, id } = await twoWallets();
  await admin`insert into books (id, kind, name) values (9, 'demo', 'もうひとつ') on conflict do nothing`;
  const elsewhere = newId();
  await admin`with opened as (insert into accounts (book_id, kind, owner_id) values (9, 'member', ${elsewhere}) returning id)
    insert into wallets (account_id) select id from opened`;
  const [account] = await admin<{ id: string }[]>`select id from accounts where owner_id = ${elsewhere}`;
  const other = { id: elsewhere, account: Number(account?.id) };
  await expect(merge(app, { from, into: other, id })).rejects.toThrow("books_never_meet");
  expect([await balance(from), await balance(into)]).toEqual([100, 40]);
});
