import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import * as schema from "@/db/schema";
import { findFaults, ledgerRules, verifyLedger } from "@/lib/ledger/verify-ledger";
import { adminSql, adminUrl } from "../../support/database";
import { tampersOf } from "../../support/ledger-tampers";
import { undoneMerge } from "../../support/merge-fixtures";
import { openSmallWorld } from "../../support/open-world";
import { confirm, grant, posted, quote, reverse, spend } from "../../support/post";
import { addReward, exchange } from "../../support/reward-fixtures";
import { addStaff } from "../../support/staff-fixtures";

const admin = adminSql();
const { member, other, shop, otherShop, programme } = await openSmallWorld(admin, 10_000);
await admin`insert into books (id, kind, name) values (7, 'demo', 'もうひとつ')`;

const past = new Date("2026-05-01T01:00:00Z");
const granted = await posted(grant(admin, { to: member, of: programme, points: 100 }));
await posted(grant(admin, { to: member, of: programme, points: 200, expiresOn: "2098-03-31" }));
await posted(grant(admin, { to: other, of: programme, points: 80, expiresOn: "2026-05-31", happenedAt: past }));
const quoteId = await quote(admin, { from: member, at: shop, points: 150 });
const paid = await posted(confirm(admin, { quoteId, by: member }));
await posted(reverse(admin, { of: paid.id, points: 60 }));
const spent = await posted(spend(admin, { from: other, at: shop, points: 80 }));
const followed = await posted(reverse(admin, { of: spent.id }));
await posted(reverse(admin, { of: granted.id, points: 20 }));
for (const { id } of [paid, spent]) await admin`select assign_receipt_number(${id})`;
await posted(grant(admin, { to: member, of: programme, points: 150, expiresOn: "2097-03-31" }));
const actor = await addStaff(admin);
const shelf = { actor, memberId: member.id, itemId: await addReward(actor, { stock: 9 }) };
const [returned, exchanged] = [await exchange(shelf), await exchange(shelf)];
if (!returned.ok || !exchanged.ok) throw new Error("an exchange was refused");
const back = await posted(reverse(admin, { of: returned.value.transferId }));
await admin`update reward_items set stock = stock + 1 where id = ${shelf.itemId}`;

const merged = await undoneMerge(admin);

const numberOf = async ({ id }: { id: string }) =>
  Number((await admin`select id from transfers where public_id = ${id}`)[0]?.id);

const tampers = tampersOf({
  member: member.account,
  other: other.account,
  shop: shop.account,
  otherShop: otherShop.account,
  programme,
  granted: { number: await numberOf(granted), id: granted.id },
  paid: await numberOf(paid),
  quoteId,
  spent: await numberOf(spent),
  followed: await numberOf(followed),
  returned: { back: await numberOf(back) },
  exchanged: await numberOf({ id: exchanged.value.transferId }),
  itemId: shelf.itemId,
  merged,
});

test("law 11: a ledger that only its functions wrote is right, and its counts are told", async () => {
  expect(await verifyLedger(db)).toEqual({
    faults: [],
    counts: { transfers: 18, wallets: 4, lots: 8, points: 420 },
  });
});

const single = postgres(adminUrl(), { max: 1, onnotice: () => undefined });
const superuser = drizzle(single, { schema, casing: "snake_case" });
afterAll(() => single.end());

const tables =
  "accounts wallets transfers lots lot_uses open_lots budget_slices quotes receipt_numbers reward_items reward_exchanges member_merges".split(
    " ",
  );
/** What stands in a tampering hand's way; whoever holds the server could take it away. */
const guardsOff = [
  ...tables.map((table) => `alter table ${table} disable trigger user`),
  "alter table transfers drop constraint transfers_event_key, drop constraint transfers_public_id",
  "alter table transfers drop constraint transfers_reversal_has_reason",
  "alter table wallets drop constraint wallets_held_within_balance",
  "alter table member_merges drop constraint member_merges_two_members",
  "drop index transfers_reversed_once",
];

test.each(
  Object.entries(tampers).flatMap(([rule, list]) => list.map(([statement, named]) => ({ rule, statement, named }))),
)("verification says that $rule, and names the row, after: $statement", async ({ rule, statement, named }) => {
  const undo = new Error("undo");
  const tampered = superuser.transaction(async (tx) => {
    for (const step of [...guardsOff, statement]) await tx.execute(sql.raw(step));
    const faults = await findFaults(tx);
    const found = faults.find((fault) => fault.rule === rule);
    expect(found?.table).toBe(named.split(" ")[0]);
    if (!named.endsWith("*")) expect(`${found?.table} ${found?.id}`).toBe(named);
    throw undo;
  });
  await expect(tampered).rejects.toBe(undo);
});

test("law 11: each rule of the verification is seen to bite", () => {
  expect(new Set(Object.keys(tampers))).toEqual(new Set(ledgerRules));
});

test("a verification reads one moment: what is posted meanwhile neither disturbs it nor waits for it", async () => {
  const posting = Promise.all(
    Array.from({ length: 30 }, () => posted(grant(admin, { to: member, of: programme, points: 1 }))),
  );
  const verified = await Promise.all(Array.from({ length: 5 }, () => verifyLedger(db)));
  await posting;
  expect(verified.flatMap(({ faults }) => faults)).toEqual([]);
});
