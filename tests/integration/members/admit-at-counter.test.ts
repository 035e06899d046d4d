import { expect, test } from "vitest";
import { db } from "@/db/client";
import { env } from "@/lib/env";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { admitMember } from "@/lib/members/admit-member";
import { readMemberNumber } from "@/lib/members/decide-member-number";
import { indexEmail } from "@/lib/shared/index-email";
import { adminSql } from "../../support/database";
import { makeStaff } from "../../support/fixtures";
import { personPlan } from "../../support/member-fixtures";
import { newEmail } from "../../support/sign-in";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

/** Everything that a table holds, as text and with its bytes read as text. */
async function dump(table: string): Promise<string> {
  const rows = await admin.unsafe(`select row_to_json(t)::text as row from ${table} t`);
  const text = rows.map(({ row }) => String(row)).join("\n");
  const bytes = text.match(/\\\\x[0-9a-f]+/g) ?? [];
  return text + bytes.map((hex) => Buffer.from(hex.slice(3), "hex").toString("utf8")).join("\n");
}

test("a person of the counter gets a number that checks, a wallet and one line in the audit", async () => {
  const staff = await makeStaff();
  const person = personPlan({ givenKana: "イチ" });
  const answer = await admitAtCounter(person, staff, MAY_DAY);
  if (!answer.ok) throw new Error(answer.reason);
  expect(readMemberNumber(answer.value.number).ok).toBe(true);
  const [row] = await admin`
    select w.balance, m.admitted_by, m.email_index from members m join wallets w on w.account_id = m.account_id where m.id = ${person.id}`;
  expect(row).toEqual({ balance: 0, admitted_by: staff.staffId, email_index: null });
  expect(await actsOn(admin, person.id)).toEqual(["admit_member"]);
});

test("nothing that the person said can be read anywhere in the database", async () => {
  const staff = await makeStaff();
  const said = {
    familyName: "鷹匠橋",
    givenName: "萬次郎",
    familyKana: "タカジョウバシ",
    givenKana: "マンジロウ",
    bornOn: "19310917",
    phone: "03-9876-1234",
    email: "manjiro.canary@example.jp",
  };
  await admitAtCounter(personPlan(said), staff, MAY_DAY);
  await admitAtCounter(personPlan(said), staff, MAY_DAY);
  const tables = await admin<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'drizzle') and table_type = 'BASE TABLE'`;
  const everything = (await Promise.all(tables.map(({ name }) => dump(name)))).join("\n");
  expect(everything).toContain("admit_member");
  for (const canary of [...Object.values(said), "1931-09-17", "0398761234"]) expect(everything).not.toContain(canary);
});

test("the same form sent ten times at once makes one member, and all ten get the same number", async () => {
  const staff = await makeStaff();
  const person = personPlan({ givenKana: "ジュウ" });
  const answers = await Promise.all(Array.from({ length: 10 }, () => admitAtCounter(person, staff, MAY_DAY)));
  expect(new Set(answers.map((answer) => answer.ok && answer.value.number)).size).toBe(1);
  expect(await actsOn(admin, person.id)).toEqual(["admit_member"]);
});

test("of two sign-ups of one person at once, the second is asked whether it is the same person", async () => {
  const staff = await makeStaff();
  const twins = [personPlan({ givenKana: "フタゴ" }), personPlan({ givenKana: "フタゴ" })];
  const answers = await Promise.all(twins.map((person) => admitAtCounter(person, staff, MAY_DAY)));
  const refused = answers.find((answer) => !answer.ok);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(refused).toMatchObject({ reason: "possible_double", candidates: [{ maskedName: "山＊太郎" }] });
});

test("a reading typed otherwise is asked about too, and an explicit second word goes on", async () => {
  const staff = await makeStaff();
  await admitAtCounter(personPlan({ givenKana: "シュウイチ" }), staff, MAY_DAY);
  const other = { givenKana: "ｼﾕｳｲﾁ", givenName: "修一", bornOn: "1948/3/5" };
  const second = personPlan(other);
  expect(await admitAtCounter(second, staff, MAY_DAY)).toMatchObject({ reason: "possible_double" });
  expect(await admitAtCounter({ ...second, isConfirmed: true }, staff, MAY_DAY)).toMatchObject({ ok: true });
  expect(await actsOn(admin, second.id)).toEqual(["admit_member denied: possible_double", "admit_member"]);
});

test("an address of a member who joined by themselves is asked about, and never gets a second member", async () => {
  const staff = await makeStaff();
  const email = newEmail();
  const proven = { emailIndex: indexEmail(env.INDEX_KEY, email), emailEncrypted: indexEmail(env.INDEX_KEY, email) };
  const memberId = await db.transaction((tx) => admitMember(tx, proven, MAY_DAY));
  const person = personPlan({ givenKana: "メール", email });
  expect(await admitAtCounter(person, staff, MAY_DAY)).toMatchObject({ candidates: [{ memberId, maskedName: null }] });
  const confirmed = await admitAtCounter({ ...person, isConfirmed: true }, staff, MAY_DAY);
  expect(confirmed).toEqual({ ok: false, reason: "email_taken" });
});

test("an address given at the counter opens that membership at a later sign-in", async () => {
  const staff = await makeStaff();
  const email = newEmail();
  const person = personPlan({ givenKana: "アトデ", email });
  await admitAtCounter(person, staff, MAY_DAY);
  const proven = { emailIndex: indexEmail(env.INDEX_KEY, email), emailEncrypted: indexEmail(env.INDEX_KEY, email) };
  expect(await db.transaction((tx) => admitMember(tx, proven, MAY_DAY))).toBe(person.id);
});
