import { beforeEach, expect, test } from "vitest";
import type { Holding } from "@/lib/staff/decide-permission";
import { draftRoleChange } from "@/lib/staff/draft-role-change";
import { executeChangeRoles } from "@/lib/staff/execute-change-roles";
import { listRolesOf } from "@/lib/staff/queries";
import { adminSql } from "../../support/database";
import { AT, makeStaff, type TestStaff } from "../../support/fixtures";
import { approveStaffAct, makePerson, noAdministrators, rolesOf } from "../../support/staff-acts";
import { actsOn } from "../../support/staff-fixtures";
import { plainWords } from "../../support/staff-words";

const admin = adminSql();
let [first, second]: TestStaff[] = [];
beforeEach(async () => {
  await noAdministrators(admin);
  [first, second] = [await makePerson(admin, "administrator"), await makePerson(admin, "administrator")];
});

const everywhere = (role: Holding["role"]): Holding => ({ role, sectionId: null });
const reason = "人事異動のため";
const draft = (staffId: string, holdings: Holding[], by = first as TestStaff) =>
  draftRoleChange({ staffId, holdings, reason }, plainWords, by, AT);

async function drafted(...wish: Parameters<typeof draft>): Promise<string> {
  const opened = await draft(...wish);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value.id;
}

test("a second administrator's approval changes the roles, and the record says since when and by which approval", async () => {
  const person = await makeStaff();
  const wish = [everywhere("counter"), { role: "viewer", sectionId: person.sectionId } as Holding];
  const id = await drafted(person.staffId, wish);
  expect(await rolesOf(admin, person.staffId)).toEqual(["programme everywhere"]);
  expect(await approveStaffAct(id, executeChangeRoles, second as TestStaff)).toMatchObject({ ok: true });
  expect(await rolesOf(admin, person.staffId)).toEqual(["counter everywhere", `viewer ${person.sectionId}`]);
  const history = await listRolesOf([person.staffId], { past: true });
  expect(history.find(({ role }) => role === "counter")).toMatchObject({ grantedAt: AT, givenBy: { id } });
  expect(history.find(({ role }) => role === "programme")).toMatchObject({ endedAt: AT, endedBy: { id } });
});

test("the one who drafted cannot approve, nor the person whose roles they are", async () => {
  const third = await makePerson(admin, "administrator");
  const id = await drafted(third.staffId, [everywhere("administrator"), everywhere("viewer")]);
  const own = await approveStaffAct(id, executeChangeRoles, first as TestStaff);
  expect(own).toEqual({ ok: false, reason: "own_draft" });
  const self = await approveStaffAct(id, executeChangeRoles, third);
  expect(self).toEqual({ ok: false, reason: "own_account" });
  expect(await rolesOf(admin, third.staffId)).toEqual(["administrator everywhere"]);
});

test("nobody drafts a change of their own roles, and that they tried is recorded once", async () => {
  const { staffId } = first as TestStaff;
  const refused = await draft(staffId, [everywhere("administrator"), everywhere("programme")]);
  expect(refused).toEqual({ ok: false, reason: "own_account" });
  expect(await actsOn(admin, staffId)).toEqual(["draft_change_roles denied: own_account"]);
});

test("the last two administrators keep their role", async () => {
  const refused = await draft((second as TestStaff).staffId, [everywhere("viewer")]);
  expect(refused).toEqual({ ok: false, reason: "last_administrators" });
});

test("an organiser's role is held in a group only, and other roles never are", async () => {
  const [person, { sectionId }] = [await makeStaff(), await makeStaff()];
  const inSection: Holding = { role: "organiser", sectionId };
  expect(await draft(person.staffId, [inSection])).toEqual({ ok: false, reason: "role_not_there" });
  expect(await draft(person.staffId, [everywhere("organiser")])).toEqual({ ok: false, reason: "role_not_there" });
  await admin`update sections set kind = 'group' where id = ${sectionId}`;
  expect(await draft(person.staffId, [{ role: "viewer", sectionId }])).toEqual({ ok: false, reason: "role_not_there" });
  expect(await draft(person.staffId, [inSection])).toMatchObject({ ok: true });
});

test("the very same draft again is the first one, and another about the same person has to wait", async () => {
  const { staffId } = await makeStaff();
  const id = await drafted(staffId, [everywhere("viewer")]);
  expect(await draft(staffId, [everywhere("viewer")])).toMatchObject({ ok: true, value: { id, isRepeat: true } });
  expect(await draft(staffId, [everywhere("counter")])).toEqual({ ok: false, reason: "draft_pending" });
  expect(await draft(staffId, [everywhere("programme")])).toEqual({ ok: false, reason: "no_change" });
});

test("somebody who is no administrator any more changes nothing, whatever they had drafted or were about to approve", async () => {
  const third = await makePerson(admin, "administrator");
  const { staffId } = await makeStaff();
  const id = await drafted(staffId, [everywhere("viewer")]);
  await admin`update staff_roles set ended_at = ${AT} where staff_id = ${third.staffId}`;
  const refused = await approveStaffAct(id, executeChangeRoles, third);
  expect(refused).toEqual({ ok: false, reason: "not_administrator" });
  expect(await draft(staffId, [everywhere("viewer")], third)).toEqual({ ok: false, reason: "not_administrator" });
});

test("of two approvals that would leave one administrator, one is executed", async () => {
  const third = await makePerson(admin, "administrator");
  const demotions = [
    await drafted((second as TestStaff).staffId, [everywhere("viewer")], third),
    await drafted(third.staffId, [everywhere("viewer")], second as TestStaff),
  ];
  const answers = await Promise.all(demotions.map((id) => approveStaffAct(id, executeChangeRoles, first as TestStaff)));
  expect(answers.map((answer) => (answer.ok ? "done" : answer.reason)).sort()).toEqual(["done", "last_administrators"]);
});
