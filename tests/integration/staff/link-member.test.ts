import { beforeAll, expect, test } from "vitest";
import { getAccount } from "@/lib/staff/get-account";
import { linkMember } from "@/lib/staff/link-member";
import { unlinkMember } from "@/lib/staff/unlink-member";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff, type TestStaff } from "../../support/fixtures";
import { actsOn } from "../../support/staff-fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

async function makeNumber(): Promise<string> {
  const { memberId } = await makeMember();
  const [row] = await admin<{ number: string }[]>`select number from members where id = ${memberId}`;
  return row?.number ?? "";
}

test("one's own member number is linked, replaced and taken away, each on record", async () => {
  const person = await makeStaff();
  const [first, second] = [await makeNumber(), await makeNumber()];
  expect(await linkMember({ number: first }, person, AT)).toMatchObject({ ok: true });
  expect(await linkMember({ number: second }, person, AT)).toMatchObject({ ok: true });
  expect((await getAccount(person.staffId)).memberNumber).toBe(second);
  await unlinkMember(person, AT);
  expect((await getAccount(person.staffId)).memberNumber).toBeNull();
  expect(await actsOn(admin, person.staffId)).toEqual(["link_member", "link_member", "unlink_member"]);
});

test("a number that is nobody's, and a colleague's, are refused and on record", async () => {
  const person = await makeStaff();
  const number = await makeNumber();
  await linkMember({ number }, staff, AT);
  expect(await linkMember({ number }, person, AT)).toEqual({ ok: false, reason: "member_linked" });
  expect(await linkMember({ number: "999999998" }, person, AT)).toEqual({ ok: false, reason: "unknown_member_number" });
  expect(await actsOn(admin, person.staffId)).toEqual([
    "link_member denied: member_linked",
    "link_member denied: unknown_member_number",
  ]);
});

test("two colleagues who link one number at the same moment do not both have it", async () => {
  const people = [await makeStaff(), await makeStaff()];
  const number = await makeNumber();
  const answers = await Promise.all(people.map((person) => linkMember({ number }, person, AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});
