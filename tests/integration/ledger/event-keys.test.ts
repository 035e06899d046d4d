import { expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import { adminSql, appSql } from "../../support/database";
import { openSmallWorld } from "../../support/open-world";
import { grant, posted, refusalOf, reverse, spend } from "../../support/post";

const admin = adminSql();
const app = appSql();
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const makeWorld = () => openSmallWorld(admin, 10_000);

const countOf = async (key: string) => (await admin`select 1 from transfers where event_key = ${key}`).length;

test("law 4: twenty grants with one key at the same moment are one transfer, and all twenty get it", async () => {
  const { member, programme } = await makeWorld();
  const key = newId();
  const answers = await times(20, () => posted(grant(app, { to: member, of: programme, points: 100, key })));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(new Set(answers.map(({ balance }) => balance))).toEqual(new Set([100]));
  expect(await countOf(key)).toBe(1);
});

test("law 4: twenty payments with one key at the same moment are one debit, and all twenty get its receipt", async () => {
  const { member, shop, programme } = await makeWorld();
  await posted(grant(app, { to: member, of: programme, points: 100 }));
  const key = newId();
  const answers = await times(20, () => posted(spend(app, { from: member, at: shop, points: 100, key })));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(answers.map(({ balance }) => balance)).toEqual(Array(20).fill(0));
});

test("law 4: a repeat gives the first result whatever happened in between", async () => {
  const { member, shop, programme } = await makeWorld();
  const [key, payKey] = [newId(), newId()];
  const first = await posted(grant(app, { to: member, of: programme, points: 80, key }));
  const paid = await posted(spend(app, { from: member, at: shop, points: 80, key: payKey }));
  await admin`update programmes set rule_version = rule_version + 1, funding_source = '別の財源' where id = ${programme.id}`;
  await admin`select set_budget(${programme.id}, 80)`;
  expect(await posted(grant(app, { to: member, of: programme, points: 80, key, expiresOn: "2098-03-31" }))).toEqual(
    first,
  );
  expect(await posted(spend(app, { from: member, at: shop, points: 80, key: payKey }))).toEqual(paid);
  await posted(reverse(app, { of: paid.id }));
  expect(await posted(spend(app, { from: member, at: shop, points: 80, key: payKey }))).toEqual(paid);
});

test("law 4: the same key with another body is a conflict and changes nothing", async () => {
  const { member, other, shop, otherShop, programme } = await makeWorld();
  const [key, payKey] = [newId(), newId()];
  await posted(grant(app, { to: member, of: programme, points: 100, key }));
  await posted(spend(app, { from: member, at: shop, points: 10, key: payKey }));
  expect(await refusalOf(grant(app, { to: member, of: programme, points: 101, key }))).toBe("event_key_conflict");
  expect(await refusalOf(grant(app, { to: other, of: programme, points: 100, key }))).toBe("event_key_conflict");
  expect(await refusalOf(spend(app, { from: member, at: shop, points: 11, key: payKey }))).toBe("event_key_conflict");
  expect(await refusalOf(spend(app, { from: member, at: otherShop, points: 10, key: payKey }))).toBe(
    "event_key_conflict",
  );
  expect(await refusalOf(spend(app, { from: member, at: shop, points: 10, key }))).toBe("event_key_conflict");
  const [wallet] = await admin`select balance from wallets where account_id = ${member.account}`;
  expect(wallet).toEqual({ balance: 90 });
});

test("law 4: one key from two members at the same moment is one transfer and one conflict", async () => {
  const { member, other, programme } = await makeWorld();
  for (let round = 0; round < 10; round++) {
    const key = newId();
    const refusals = await Promise.all(
      [member, other].map((to) => refusalOf(grant(app, { to, of: programme, points: 1, key }))),
    );
    expect(refusals.sort()).toEqual(["event_key_conflict", undefined]);
    expect(await countOf(key)).toBe(1);
  }
});

test("law 4: a refusal uses up no key: the same request succeeds once it may", async () => {
  const { member, shop, programme } = await makeWorld();
  const key = newId();
  expect(await refusalOf(spend(app, { from: member, at: shop, points: 50, key }))).toBe("insufficient_points");
  await posted(grant(app, { to: member, of: programme, points: 50 }));
  expect((await posted(spend(app, { from: member, at: shop, points: 50, key }))).balance).toBe(0);
});
