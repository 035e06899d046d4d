import { beforeAll, expect, test } from "vitest";
import { grantAtCounter } from "@/lib/claims/grant-at-counter";
import { getAccount } from "@/lib/staff/get-account";
import { linkMember } from "@/lib/staff/link-member";
import { unlinkMember } from "@/lib/staff/unlink-member";
import { adminSql, appSql } from "../../support/database";
import { AT, balanceOf, makeMember, makeOffer, makeStaff, type TestStaff } from "../../support/fixtures";
import { actsOn } from "../../support/staff-fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

async function numberOf(memberId: string): Promise<string> {
  const [row] = await admin<{ number: string }[]>`select number from members where id = ${memberId}`;
  return row?.number ?? "";
}
const makeNumber = async () => numberOf((await makeMember()).memberId);

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

test("the own-wallet rule stays with whoever linked a member, though they take the link away or link another", async () => {
  const [person, own] = [await makeStaff(), await makeMember()];
  const { activityId } = await makeOffer(person);
  const grant = () => grantAtCounter({ activityId, memberId: own.memberId }, person, AT);
  await linkMember({ number: await numberOf(own.memberId) }, person, AT);
  const refused = { ok: false, reason: "own_wallet" };
  expect(await grant()).toEqual(refused);
  await unlinkMember(person, AT);
  expect(await grant()).toEqual(refused);
  await linkMember({ number: await makeNumber() }, person, AT);
  expect(await grant()).toEqual(refused);
  expect(await balanceOf(own.accountId)).toBe(0);
  expect((await grantAtCounter({ activityId, memberId: own.memberId }, staff, AT)).ok).toBe(true);
});

test("what was linked is on record for good, and nothing is shown as linked that is not", async () => {
  const { memberId } = await makeMember();
  await linkMember({ number: await numberOf(memberId) }, staff, AT);
  await linkMember({ number: await numberOf(memberId) }, staff, AT);
  const links = () =>
    admin`select 1 from staff_member_links where staff_id = ${staff.staffId} and member_id = ${memberId}`;
  expect(await links()).toHaveLength(1);
  for (const change of ["delete from staff_member_links", "update staff_member_links set linked_at = now()"]) {
    await expect(appSql().unsafe(change)).rejects.toMatchObject({ code: "42501" });
    await expect(admin.unsafe(change)).rejects.toMatchObject({ code: "23001" });
  }
  await expect(admin.unsafe("truncate staff_member_links cascade")).rejects.toMatchObject({ code: "23001" });
  const { memberId: unlinked } = await makeMember();
  const past = admin`update staff set member_id = ${unlinked} where id = ${staff.staffId}`;
  await expect(past).rejects.toMatchObject({ code: "23503", constraint_name: "staff_member_on_record" });
});
