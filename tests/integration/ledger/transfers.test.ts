import type { TransactionSql } from "postgres";
import { expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { type Connection, openSmallWorld } from "../../support/open-world";
import { grant, posted, refusalOf, spend } from "../../support/post";

const admin = adminSql();
const { member, other, shop, otherShop, programme, otherProgramme } = await openSmallWorld(admin);

type Row = {
  kind: string;
  from: number;
  to: number;
  points?: number;
  book?: number;
  reverses?: number | null;
  happenedAt?: Date;
  recordedAt?: Date;
};

function write(tx: TransactionSql, { kind, from, to, points = 10, book = 1, reverses = null, ...at }: Row) {
  const recordedAt = at.recordedAt ?? new Date();
  return tx`insert into transfers (public_id, book_id, kind, from_account_id, to_account_id, points, event_key, body_hash,
      happened_at, recorded_at, balance_after, reverses_id, actor, reason)
    values (${newId()}, ${book}, ${kind}, ${from}, ${to}, ${points}, ${newId()}, '\\x00', ${at.happenedAt ?? recordedAt}, ${recordedAt}, 0,
      ${reverses}, 'system:test', 'test')`;
}

/** Written straight into the table as its owner would, past the posting functions. */
const insert = (row: Row) =>
  admin.begin(async (tx) => {
    await tx`set local role komapo_owner`;
    await write(tx, row);
  });

const idOf = async (publicId: string) =>
  Number((await admin`select id from transfers where public_id = ${publicId}`)[0]?.id);

test.each([
  ["from a shop to a member", "spend", shop.account, member.account],
  ["from a member to a member", "spend", member.account, other.account],
  ["from a programme to a shop", "grant", programme.account, shop.account],
  ["of a kind that nobody listed", "expire", member.account, programme.account],
])("law 3: a transfer %s is refused, whoever writes it", async (_, kind, from, to) => {
  await expect(insert({ kind, from, to })).rejects.toThrow("route_not_allowed");
});

test("law 1: a transfer moves at least one point", async () => {
  const ways = { kind: "grant", from: programme.account, to: member.account };
  await expect(insert({ ...ways, points: 0 })).rejects.toThrow("transfers_points_positive");
  await expect(insert({ ...ways, points: -5 })).rejects.toThrow(/wallets_(never_negative|held_within_balance)/);
});

test("law 1: a transfer needs two different accounts that exist", async () => {
  const unguarded = admin.begin(async (tx) => {
    // The guard refuses this route before the table is asked; undone with the transaction that the table refuses.
    await tx`alter table transfers disable trigger guard_transfer`;
    await write(tx, { kind: "grant", from: member.account, to: member.account });
  });
  await expect(unguarded).rejects.toMatchObject({ code: "23514", constraint_name: "transfers_two_accounts" });
  await expect(insert({ kind: "grant", from: programme.account, to: 999_999_999 })).rejects.toThrow("unknown_account");
});

/** What each account gained by the transfers, beside what the test itself posted. */
const gainsOf = async (tx: Connection) =>
  new Map(
    (
      await tx<{ account: string; gain: string }[]>`
        select a.id as account, coalesce(sum(case when t.to_account_id = a.id then t.points else -t.points end), 0) as gain
          from accounts a left join transfers t on a.id in (t.from_account_id, t.to_account_id) where a.book_id = 1 group by a.id`
    ).map(({ account, gain }) => [Number(account), Number(gain)]),
  );

test("law 1: what one account of a book loses another gains, and each wallet holds what its transfers gave it", async () => {
  const before = await gainsOf(admin);
  await posted(grant(admin, { to: member, of: programme, points: 70 }));
  await posted(spend(admin, { from: member, at: shop, points: 20 }));
  const after = await gainsOf(admin);
  const moved = [...after].map(([id, gain]) => [id, gain - (before.get(id) ?? 0)] as const);
  expect(new Map(moved.filter(([, by]) => by !== 0))).toEqual(
    new Map([
      [programme.account, -70],
      [member.account, 50],
      [shop.account, 20],
    ]),
  );
  // Both sides of a row in one book: a row whose other side lies elsewhere would leave a rest.
  expect([...after.values()].reduce((sum, gain) => sum + gain, 0)).toBe(0);
  // Wallets are kept by each posting, not summed from its row.
  const wallets = await admin<{ id: string; balance: number }[]>`select account_id as id, balance from wallets`;
  expect(wallets.length).toBeGreaterThan(0);
  expect(new Map(wallets.map(({ id, balance }) => [Number(id), balance]))).toEqual(
    new Map(wallets.map(({ id }) => [Number(id), after.get(Number(id))])),
  );
});

test("law 12: a test book and another never meet in one transfer", async () => {
  await admin`insert into books (id, kind, name) values (2, 'demo', 'もうひとつ') on conflict do nothing`;
  const [foreign] =
    await admin`insert into accounts (book_id, kind, owner_id) values (2, 'programme', ${newId()}) returning id`;
  const ways = { kind: "grant", from: Number(foreign?.id), to: member.account };
  await expect(insert({ ...ways, book: 1 })).rejects.toThrow("books_never_meet");
  await expect(insert({ ...ways, book: 2 })).rejects.toThrow("books_never_meet");
});

test("law 6: a transfer whose points are in no lot does not commit", async () => {
  await expect(insert({ kind: "grant", from: programme.account, to: member.account })).rejects.toThrow(
    "does not match its lots",
  );
  await posted(grant(admin, { to: other, of: programme, points: 30 }));
  await expect(insert({ kind: "spend", from: other.account, to: shop.account })).rejects.toThrow(
    "does not match its lots",
  );
});

test("law 5: a transfer that would take a wallet below zero is refused, whoever writes it", async () => {
  await expect(insert({ kind: "spend", from: member.account, to: shop.account, points: 1_000_000 })).rejects.toThrow(
    /wallets_(never_negative|held_within_balance)/,
  );
});

test("law 7: a reversal written by hand names one transfer, goes its way back, for no more than it and not before it", async () => {
  const { id } = await posted(grant(admin, { to: member, of: programme, points: 50 }));
  const back = { kind: "grant_reversal", from: member.account, to: programme.account, reverses: await idOf(id) };
  await expect(insert({ ...back, reverses: null })).rejects.toThrow("reversal_must_name_its_transfer");
  await expect(
    insert({ kind: "grant", from: programme.account, to: member.account, reverses: back.reverses }),
  ).rejects.toThrow("reversal_must_name_its_transfer");
  await expect(insert({ ...back, to: otherProgramme.account })).rejects.toThrow("not_reversible");
  await expect(insert({ ...back, kind: "refund", from: otherShop.account, to: member.account })).rejects.toThrow(
    "not_reversible",
  );
  await expect(insert({ ...back, points: 51 })).rejects.toThrow("more_than_original");
  await expect(insert({ ...back, recordedAt: new Date("2026-01-01") })).rejects.toThrow("earlier_than_original");
});

test("law 10: what happened may be recorded later, never before it happens", async () => {
  const past = new Date("2026-05-01T01:00:00Z");
  const { id } = await posted(grant(admin, { to: member, of: programme, points: 5, happenedAt: past }));
  const [row] =
    await admin`select happened_at, recorded_at > happened_at as later from transfers where public_id = ${id}`;
  expect(row).toEqual({ happened_at: past, later: true });
  const future = new Date(Date.now() + 3_600_000);
  expect(await refusalOf(grant(admin, { to: member, of: programme, points: 5, happenedAt: future }))).toBe(
    "happened_in_future",
  );
});
