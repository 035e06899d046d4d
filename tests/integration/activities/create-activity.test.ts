import { expect, test } from "vitest";
import { createActivity } from "@/lib/activities/create-activity";
import { newId } from "@/lib/shared/ids";
import { createApprovedProgramme } from "../../support/approved-programme";
import { adminSql } from "../../support/database";
import { activityPlan, actsOn, addStaff, MAY_DAY, programmePlan } from "../../support/staff-fixtures";

const admin = adminSql();

async function addProgramme() {
  const actor = await addStaff(admin);
  const programme = programmePlan(actor.sectionId);
  await createApprovedProgramme(programme, actor, await addStaff(admin), MAY_DAY);
  return { actor, programmeId: programme.id };
}

test("an activity sent twice is one activity with one audit row", async () => {
  const { actor, programmeId } = await addProgramme();
  const plan = activityPlan(programmeId);
  const answers = await Promise.all([createActivity(plan, actor, MAY_DAY), createActivity(plan, actor, MAY_DAY)]);
  expect(answers).toEqual([
    { ok: true, value: { id: plan.id } },
    { ok: true, value: { id: plan.id } },
  ]);
  expect(await actsOn(admin, plan.id)).toEqual(["create_activity"]);
});

test("an activity of no programme is refused", async () => {
  const { actor } = await addProgramme();
  const plan = activityPlan(newId());
  expect(await createActivity(plan, actor, MAY_DAY)).toEqual({ ok: false, reason: "unknown_programme" });
  expect(await actsOn(admin, plan.id)).toEqual(["create_activity denied: unknown_programme"]);
});

test("an activity that would grant more than the programme's whole budget is refused", async () => {
  const { actor, programmeId } = await addProgramme();
  const plan = activityPlan(programmeId, { points: 10_001 });
  expect(await createActivity(plan, actor, MAY_DAY)).toEqual({ ok: false, reason: "points_over_budget" });
  expect(await actsOn(admin, plan.id)).toEqual(["create_activity denied: points_over_budget"]);
});
