import { expect, test } from "vitest";
import { findBudget } from "@/lib/programmes/queries";
import { setProgrammeBudget } from "@/lib/programmes/set-programme-budget";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { addTown, grantPoints } from "../../support/ledger-fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

test("a budget is raised with one audit row, and the same figure again changes nothing", async () => {
  const { actor, programmeId } = await addTown(admin);
  for (let time = 0; time < 2; time += 1) {
    const set = await setProgrammeBudget({ programmeId, budget: 20_000 }, actor, MAY_DAY);
    expect(set).toEqual({ ok: true, value: { budget: 20_000 } });
  }
  expect(await findBudget(programmeId, "everywhere")).toMatchObject({ budget: 20_000, used: 0 });
  expect(await actsOn(admin, programmeId)).toEqual(["create_programme", "set_programme_budget"]);
});

test("a budget below what was granted is refused, changes nothing, and is one row of a denied act with the figure", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 500);
  const set = await setProgrammeBudget({ programmeId: town.programmeId, budget: 499 }, town.actor, MAY_DAY);
  expect(set).toEqual({ ok: false, reason: "budget_below_used" });
  expect(await findBudget(town.programmeId, "everywhere")).toMatchObject({ budget: 10_000, used: 500 });
  const acts = ["create_programme", "set_programme_budget denied: budget_below_used"];
  expect(await actsOn(admin, town.programmeId)).toEqual(acts);
  const [denied] =
    await admin`select after, staff_id, request_id from audit_entries where outcome = 'denied' and target_id = ${town.programmeId}`;
  expect(denied).toEqual({ after: { budget: 499 }, staff_id: town.actor.staffId, request_id: "request-1" });
});

test("a budget may be lowered to exactly what was granted, and then nothing more is granted", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 500);
  expect((await setProgrammeBudget({ programmeId: town.programmeId, budget: 500 }, town.actor, MAY_DAY)).ok).toBe(true);
  await expect(grantPoints(town, 1)).rejects.toThrow("budget_exhausted");
});

test("two people who set a budget at once leave one figure, and each change has its audit row", async () => {
  const { actor, programmeId } = await addTown(admin);
  const set = (budget: number) => setProgrammeBudget({ programmeId, budget }, actor, MAY_DAY);
  await Promise.all([set(15_000), set(25_000)]);
  const [last] =
    await admin`select after->>'budget' as budget from audit_entries where target_id = ${programmeId} order by id desc limit 1`;
  expect(String((await findBudget(programmeId, "everywhere"))?.budget)).toBe(last?.budget);
  expect(await actsOn(admin, programmeId)).toHaveLength(3);
});

test("the budget of an unknown programme is refused", async () => {
  const { actor } = await addTown(admin);
  const set = await setProgrammeBudget({ programmeId: newId(), budget: 1 }, actor, MAY_DAY);
  expect(set).toEqual({ ok: false, reason: "unknown_programme" });
});
