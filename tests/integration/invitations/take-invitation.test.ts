import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { tryInvitation } from "@/lib/auth/try-invitation";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { takeInvitation } from "@/lib/members/take-invitation";
import { adminSql } from "../../support/database";
import { makeStaff, type TestStaff } from "../../support/fixtures";
import { beginTest, invite } from "../../support/invitation-fixtures";
import { personPlan } from "../../support/member-fixtures";
import { addMember, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
let staff: TestStaff;

beforeAll(async () => {
  staff = await makeStaff();
  await beginTest(admin);
});

const take = (memberId: string, code: string | undefined) =>
  db.transaction((tx) => takeInvitation(tx, { memberId, code }, MAY_DAY));
const register = (memberId: string) => admin`update members set registered_at = ${MAY_DAY} where id = ${memberId}`;

test("a code typed by ten people at once lets exactly one of them in", async () => {
  const code = await invite(admin, staff.staffId);
  const people = await Promise.all(Array.from({ length: 10 }, () => addMember(admin)));
  const answers = await Promise.all(people.map(({ memberId }) => take(memberId, code)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
  expect(refused).toEqual(Array(9).fill("invitation_used"));
});

test("whoever has used one comes in again without, and uses up no second one", async () => {
  const { memberId } = await addMember(admin);
  expect(await take(memberId, await invite(admin, staff.staffId))).toEqual({ ok: true, value: null });
  const second = await invite(admin, staff.staffId);
  expect(await take(memberId, undefined)).toEqual({ ok: true, value: null });
  expect(await take(memberId, second)).toEqual({ ok: true, value: null });
  expect(await take((await addMember(admin)).memberId, second)).toEqual({ ok: true, value: null });
});

test("no code, an unknown one and one past its day let nobody in", async () => {
  const { memberId } = await addMember(admin);
  expect(await take(memberId, undefined)).toMatchObject({ reason: "invitation_missing" });
  expect(await take(memberId, "00000000")).toMatchObject({ reason: "invitation_unknown" });
  expect(await take(memberId, await invite(admin, staff.staffId, MAY_DAY))).toMatchObject({
    reason: "invitation_expired",
  });
});

test("the database itself registers nobody in a closed test without an invitation", async () => {
  const { memberId } = await addMember(admin);
  await expect(register(memberId)).rejects.toMatchObject({ code: "KP003", message: "invitation_missing" });
  await take(memberId, await invite(admin, staff.staffId));
  await register(memberId);
});

test("at the counter, too, a newcomer joins by invitation or leaves no trace but the denied act", async () => {
  const plan = personPlan({ givenKana: "ショウタイ" });
  expect(await admitAtCounter(plan, staff, MAY_DAY)).toEqual({ ok: false, reason: "invitation_missing" });
  expect(await admin`select from members where id = ${plan.id}`).toHaveLength(0);
  expect(await admin`select from accounts where owner_id = ${plan.id}`).toHaveLength(0);
  const invitation = await invite(admin, staff.staffId);
  expect(await admitAtCounter({ ...plan, invitation }, staff, MAY_DAY)).toMatchObject({ ok: true });
});

test("wrong codes are limited for one person, and a right one costs no try", async () => {
  const person = { memberId: (await addMember(admin)).memberId, address: "192.0.2.77" };
  for (let guess = 0; guess < 10; guess += 1) {
    expect(await tryInvitation(person, () => take(person.memberId, "00000000"))).toMatchObject({
      reason: "invitation_unknown",
    });
  }
  const right = await invite(admin, staff.staffId);
  expect(await tryInvitation(person, () => take(person.memberId, right))).toMatchObject({ reason: "too_many_guesses" });
});
