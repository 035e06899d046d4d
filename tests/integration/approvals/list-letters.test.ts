import { expect, test } from "vitest";
import { listAskLetters, listDecisionLetters } from "@/lib/approvals/list-letters";
import { newId } from "@/lib/shared/ids";
import { addStaff } from "@/lib/staff/add-staff";
import { draftPlan, makeDraft } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const roles = { acts: ["approver"], staff: ["administrator"] };

async function person(role: "approver" | "administrator" | "programme") {
  const email = `${newId()}@example.jp`;
  const details = { name: "職員", section: `課 ${email}`, email, roles: [role] };
  const { staffId, sectionId } = await addStaff(details, MAY_DAY);
  return { staffId, sectionId, email, requestId: null };
}

test("a draft is told to those who may decide it where it belongs: neither to its maker nor to the disabled", async () => {
  await admin`insert into books (id, kind, name, is_current) values (1, 'demo', '試験', true) on conflict do nothing`;
  const maker = await person("approver");
  const [everywhere, here, elsewhere, disabled] = [
    await person("approver"),
    await person("approver"),
    await person("approver"),
    await person("approver"),
  ];
  await admin`update staff_roles set section_id = ${maker.sectionId} where staff_id = ${here.staffId}`;
  await admin`update staff_roles set section_id = ${elsewhere.sectionId} where staff_id = ${elsewhere.staffId}`;
  await admin`update staff set disabled = true where id = ${disabled.staffId}`;
  const administrator = await person("administrator");
  const { id, number } = await makeDraft(draftPlan(maker.sectionId), maker);
  const letters = await listAskLetters(id, roles);
  expect(letters).toMatchObject({ number, kind: "set_programme_budget", state: "pending" });
  expect(new Set(letters?.to)).toEqual(new Set([everywhere.email, here.email]));
  const about = await makeDraft(draftPlan(maker.sectionId, { kind: "change_roles" }), maker);
  expect((await listAskLetters(about.id, roles))?.to).toEqual([administrator.email]);
});

test("how a draft ended is told to its maker alone", async () => {
  const maker = await person("programme");
  const { id } = await makeDraft(draftPlan(maker.sectionId), maker);
  expect((await listDecisionLetters(id))?.to).toEqual([maker.email]);
  await admin`update staff set disabled = true where id = ${maker.staffId}`;
  expect((await listDecisionLetters(id))?.to).toEqual([]);
  expect(await listAskLetters(newId(), roles)).toBeUndefined();
});
