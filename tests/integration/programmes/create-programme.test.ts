import { expect, test } from "vitest";
import { createProgramme } from "@/lib/programmes/create-programme";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { actsOn, addStaff, MAY_DAY, programmePlan } from "../../support/staff-fixtures";

const admin = adminSql();

test("a programme comes with its account, no budget, and a draft that asks a second person for it", async () => {
  const actor = await addStaff(admin);
  const plan = programmePlan(actor.sectionId);
  const made = await createProgramme(plan, actor, MAY_DAY);
  expect(made).toMatchObject({ ok: true, value: { id: plan.id, draft: { isRepeat: false } } });
  const [row] = await admin`
    select a.kind, (select sum(allotted)::int from budget_slices where programme_id = p.id) as budget
    from programmes p join accounts a on a.id = p.account_id where p.id = ${plan.id}`;
  expect(row).toEqual({ kind: "programme", budget: 0 });
  const [draft] = await admin`select kind, payload, reason from approvals where target_id = ${plan.id}`;
  const payload = { programmeId: plan.id, budget: 10_000 };
  expect(draft).toEqual({ kind: "set_programme_budget", payload, reason: plan.policyGoal });
  expect(await actsOn(admin, plan.id)).toEqual(["create_programme", "draft_set_programme_budget"]);
});

test("a form sent five times at once makes one programme and one draft", async () => {
  const actor = await addStaff(admin);
  const plan = programmePlan(actor.sectionId);
  const answers = await Promise.all(Array.from({ length: 5 }, () => createProgramme(plan, actor, MAY_DAY)));
  expect(answers.every((answer) => answer.ok && answer.value.id === plan.id)).toBe(true);
  expect(await actsOn(admin, plan.id)).toEqual(["create_programme", "draft_set_programme_budget"]);
});

test("a programme that is refused leaves neither a row nor an account, but the row of the denied act", async () => {
  const actor = await addStaff(admin);
  const plan = programmePlan(actor.sectionId, { budget: 50 });
  expect(await createProgramme(plan, actor, MAY_DAY)).toEqual({ ok: false, reason: "budget_below_points" });
  expect(await admin`select 1 from accounts where owner_id = ${plan.id}`).toHaveLength(0);
  expect(await actsOn(admin, plan.id)).toEqual(["create_programme denied: budget_below_points"]);
});

test("a programme of a domain or a section that does not exist is refused and leaves no account", async () => {
  const actor = await addStaff(admin);
  const nowhere = programmePlan(actor.sectionId, { domainId: "nowhere" });
  expect(await createProgramme(nowhere, actor, MAY_DAY)).toEqual({ ok: false, reason: "unknown_domain" });
  const nobodys = programmePlan(newId());
  expect(await createProgramme(nobodys, actor, MAY_DAY)).toEqual({ ok: false, reason: "unknown_section" });
  const [left] =
    await admin`select count(*)::int as accounts from accounts where owner_id in (${nowhere.id}, ${nobodys.id})`;
  expect(left).toEqual({ accounts: 0 });
});

test("a programme that the database cannot take leaves no account and no audit row", async () => {
  const actor = await addStaff(admin);
  const plan = programmePlan(actor.sectionId, { points: 2 ** 31, budget: 2 ** 32 });
  await expect(createProgramme(plan, actor, MAY_DAY)).rejects.toThrow();
  const [left] = await admin`select
    (select count(*)::int from accounts where owner_id = ${plan.id}) as accounts,
    (select count(*)::int from audit_entries where target_id = ${plan.id}) as acts`;
  expect(left).toEqual({ accounts: 0, acts: 0 });
});
