import { afterAll, beforeAll, expect, test } from "vitest";
import { findBookState } from "@/db/book-state";
import { openGivenDatabase } from "@/db/demo/database";
import { givenBookSentences } from "@/db/demo/decide-given-book";
import { openCityClock } from "@/db/seed/city-clock";
import { memberPeople } from "@/db/seed/data/members";
import { describePeople } from "@/db/seed/describe-people";
import { seedDemo } from "@/db/seed/seed-demo";
import { verifySeed } from "@/db/seed/verify-seed";
import { adminSql, appUrl, migratorUrl } from "../../support/database";
import { testEnvironment } from "../../support/test-environment";

const admin = adminSql();
const clock = openCityClock(migratorUrl());
const said: string[] = [];

beforeAll(() => seedDemo(clock, { memberCount: memberPeople.length, say: (line) => said.push(line) }), 120_000);
afterAll(() => clock.end());

test("the seed makes 7 programmes in all four domains, 30 activities, 25 shops and 40 members", async () => {
  const [made] = await admin`
    select (select count(*)::int from programmes) as programmes, (select count(distinct domain_id)::int from programmes) as domains,
           (select count(*)::int from activities) as activities, (select count(*)::int from shops) as shops,
           (select count(*)::int from members) as members`;
  expect(made).toEqual({ programmes: 7, domains: 4, activities: 30, shops: 25, members: 40 });
});

test("its history reaches back more than four months and up to the last days", async () => {
  const [reach] = await admin`
    select min(happened_at) < now() - interval '4 months' as begins, max(happened_at) > now() - interval '2 days' as ends,
           count(distinct date_trunc('month', happened_at at time zone 'Asia/Tokyo')) >= 5 as monthly
      from transfers`;
  expect(reach).toEqual({ begins: true, ends: true, monthly: true });
});

test("activities lie behind, today and ahead, and some that have a code are open now", async () => {
  const [lies] = await admin`
    select count(*) filter (where closes_at < now()) >= 8 as behind, count(*) filter (where opens_at > now()) >= 8 as ahead,
           count(*) filter (where now() between opens_at and closes_at
                              and exists (select from codes where activity_id = activities.id)) >= 8 as open
      from activities`;
  expect(lies).toEqual({ behind: true, ahead: true, open: true });
});

test("everything was announced before it happened, and every act recorded when it happened", async () => {
  expect([...(await admin`select title from activities where created_at >= opens_at`)]).toEqual([]);
  expect([
    ...(await admin`select id from transfers where abs(extract(epoch from recorded_at - happened_at)) > 5`),
  ]).toEqual([]);
  expect([
    ...(await admin`
    select id from (select id, recorded_at, lag(recorded_at) over (order by id) as before from transfers) t
     where recorded_at < before`),
  ]).toEqual([]);
});

test("at its end city time is the clock's, and nothing lies ahead of it", async () => {
  const [time] = await admin`
    select offset_seconds::int as offset, (select count(*)::int from transfers where recorded_at > now()) as ahead from city_clock`;
  expect(time).toEqual({ offset: 0, ahead: 0 });
});

test("every payment has its receipt number", async () => {
  const [payments] = await admin`
    select count(*)::int > 100 as many, count(*) - count(r.number) as without
      from transfers t left join receipt_numbers r on r.transfer_id = t.id where t.kind = 'spend'`;
  expect(payments).toEqual({ many: true, without: "0" });
});

test("no lot that still holds points has passed its last day", async () => {
  expect([...(await admin`select lot_id from open_lots where expires_on < city_day(now())`)]).toEqual([]);
});

test("one grant and part of one payment were corrected, by staff, with a reason", async () => {
  const corrections = await admin`
    select t.kind, t.points < o.points as "isPart", t.actor like 'staff:%' as "byStaff", length(t.reason) > 10 as "hasReason"
      from transfers t join transfers o on o.id = t.reverses_id order by t.kind`;
  expect([...corrections]).toEqual([
    { kind: "grant_reversal", isPart: false, byStaff: true, hasReason: true },
    { kind: "refund", isPart: true, byStaff: true, hasReason: true },
  ]);
});

test("five goods stand on the counter's shelf, and somebody came for each of three", async () => {
  const goods = await admin<{ stock: number; handed: number }[]>`
    select stock, (select count(*)::int from reward_exchanges where item_id = id) as handed from reward_items order by points`;
  expect(goods).toHaveLength(5);
  expect(goods.filter(({ handed }) => handed === 1)).toHaveLength(3);
});

test("the seeded ledger verifies clean, and a wallet that says too much does not", async () => {
  expect((await verifySeed()).transfers).toBeGreaterThan(1000);
  const [wallet] = await admin`
    update wallets set balance = balance + 1 where account_id = (select min(account_id) from wallets) returning account_id as id`;
  await expect(verifySeed()).rejects.toThrow(/wallets/);
  await admin`update wallets set balance = balance - 1 where account_id = ${wallet?.id}`;
});

test("every member and all staff are named, with their points", async () => {
  const people = await describePeople(clock.sql);
  expect(people.filter((line) => /^ +member\d\d@example\.jp +\d+/.test(line))).toHaveLength(39);
  expect(people.filter((line) => /^ +\d{4}-\d{4}-\d +\d+/.test(line))).toHaveLength(1);
  expect(people.slice(people.indexOf("Staff:"))).toHaveLength(13);
});

test("some joined at the counter: two of one family reading, one without e-mail, four with a card", async () => {
  const [counter] = await admin`
    select count(*)::int as joined, count(*) - count(distinct family_kana_index) as namesakes,
           count(*) filter (where email_index is null)::int as "withoutEmail",
           (select count(*)::int from member_cards where revoked_at is null) as cards
      from members where admitted_by is not null`;
  expect(counter).toEqual({ joined: 6, namesakes: "1", withoutEmail: 1, cards: 4 });
});

test("it tells how far it is", () => {
  expect(said.filter((line) => /^ {2}\d{4}-\d{2}$/.test(line)).length).toBeGreaterThanOrEqual(5);
});

test("a demo on a database that was there serves the whole seed, and refuses it while the seed is behind the clock", async () => {
  const given = { databaseUrl: appUrl(), migrationUrl: migratorUrl(), secrets: testEnvironment };
  const open = () => openGivenDatabase(given, async () => undefined);
  expect(await (await open()).isSeeded()).toBe(true);
  await clock.moveTo(new Date(Date.now() - 86_400_000));
  await expect(open()).rejects.toThrow(givenBookSentences.half_seeded);
  await clock.backToNow();
});

test("a book that is seeded, half seeded or real is not seeded again", async () => {
  expect(await findBookState(clock.sql)).toBe("already_seeded");
  await clock.moveTo(new Date(Date.now() - 86_400_000));
  expect(await findBookState(clock.sql)).toBe("half_seeded");
  await clock.backToNow();
  await admin`update books set kind = 'real'`;
  expect(await findBookState(clock.sql)).toBe("not_a_demo");
  await admin`update books set kind = 'demo'`;
});
