import { beforeAll, expect, test } from "vitest";
import { addStaff } from "@/lib/staff/add-staff";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { newEmail } from "../../support/sign-in";

const admin = adminSql();
beforeAll(async () => void (await makeStaff()));

test("adding the same address twice at once adds one person, and both get the same answer", async () => {
  const person = { name: "狛江 太郎", section: "地域活性課", email: newEmail() };
  const added = await Promise.all([addStaff(person, AT), addStaff({ ...person, name: "別の名" }, AT)]);
  expect(new Set(added.map(({ staffId }) => staffId)).size).toBe(1);
  expect(added.map(({ isRepeat }) => isRepeat).sort()).toEqual([false, true]);
  expect(await admin`select 1 from audit_entries where target_id = ${added[0]?.staffId ?? ""}`).toHaveLength(1);
});

test("two people of one section share it", async () => {
  const section = "ボランティア推進課";
  const [first, second] = [
    await addStaff({ name: "一人目", section, email: newEmail() }, AT),
    await addStaff({ name: "二人目", section, email: newEmail() }, AT),
  ];
  expect(second.sectionId).toBe(first.sectionId);
  expect(second.staffId).not.toBe(first.staffId);
});

test("the address cannot be read in the table", async () => {
  const email = newEmail();
  const { staffId } = await addStaff({ name: "三人目", section: "会計課", email }, AT);
  const [row] = await admin<{ found: boolean }[]>`
    select position(${Buffer.from(email)}::bytea in email_encrypted || email_index) > 0 as found from staff where id = ${staffId}`;
  expect(row?.found).toBe(false);
});

test("the roles that were named are held everywhere", async () => {
  const person = { name: "四人目", section: "政策室", email: newEmail(), roles: ["approver", "programme"] as const };
  const { staffId } = await addStaff({ ...person, roles: [...person.roles] }, AT);
  const held =
    await admin`select role, section_id, granted_by_approval from staff_roles where staff_id = ${staffId} order by role`;
  expect(held).toEqual([
    { role: "approver", section_id: null, granted_by_approval: null },
    { role: "programme", section_id: null, granted_by_approval: null },
  ]);
});
