import { expect, test } from "vitest";
import { approve } from "@/lib/approvals/approve";
import type { StaffActor } from "@/lib/audit/record-act";
import { draftProgrammeBudget } from "@/lib/programmes/draft-programme-budget";
import { executeSetProgrammeBudget } from "@/lib/programmes/execute-set-programme-budget";
import { findBudget } from "@/lib/programmes/queries";
import { newId } from "@/lib/shared/ids";
import { everything } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { addTown, grantPoints, type Town } from "../../support/ledger-fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "参加者が増えたため";
const born = ["create_programme", "draft_set_programme_budget", "approve_set_programme_budget"];

const ask = ({ programmeId, actor }: Town, budget: number) =>
  draftProgrammeBudget({ programmeId, budget, reason }, actor, MAY_DAY);

async function asked(town: Town, budget: number): Promise<string> {
  const draft = await ask(town, budget);
  if (!draft.ok) throw new Error(draft.reason);
  return draft.value.id;
}
const approveAs = (checker: StaffActor, approvalId: string) =>
  approve({ approvalId, authority: everything, execute: executeSetProgrammeBudget }, checker, MAY_DAY);

test("a budget is what it was until a second person approves another, and the draft shows the figures before and after", async () => {
  const town = await addTown(admin);
  const id = await asked(town, 20_000);
  expect(await findBudget(town.programmeId, "everywhere")).toMatchObject({ budget: 10_000 });
  const [draft] = await admin`select effect from approvals where id = ${id}`;
  expect(draft?.effect).toMatchObject({ points: 10_000 });
  expect(draft?.effect.lines).toContainEqual({ label: "budget", before: "10000", after: "20000" });
  expect(await approveAs(town.checker, id)).toMatchObject({ ok: true, value: { result: { budget: 20_000 } } });
  expect(await findBudget(town.programmeId, "everywhere")).toMatchObject({ budget: 20_000, used: 0 });
  expect(await actsOn(admin, town.programmeId)).toEqual([...born, ...born.slice(1)]);
});

test("a new programme has no budget, and grants nothing, before a second person approved it", async () => {
  const town = await addTown(admin);
  await admin`update budget_slices set allotted = 0 where programme_id = ${town.programmeId}`;
  await expect(grantPoints(town, 1)).rejects.toThrow("budget_exhausted");
  await approveAs(town.checker, await asked(town, 500));
  await grantPoints(town, 500);
});

test("nobody sets a budget alone", async () => {
  const town = await addTown(admin);
  expect(await approveAs(town.actor, await asked(town, 20_000))).toEqual({ ok: false, reason: "own_draft" });
  expect(await findBudget(town.programmeId, "everywhere")).toMatchObject({ budget: 10_000 });
});

test("a budget below what was granted, the one there is, and an unknown programme's are not asked for, each one row of a denied act", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 500);
  expect(await ask(town, 499)).toEqual({ ok: false, reason: "budget_below_used" });
  expect(await ask(town, 10_000)).toEqual({ ok: false, reason: "budget_unchanged" });
  const denied = ["budget_below_used", "budget_unchanged"].map((why) => `draft_set_programme_budget denied: ${why}`);
  expect(await actsOn(admin, town.programmeId)).toEqual([...born, ...denied]);
  const nobodys = await ask({ ...town, programmeId: newId() }, 1);
  expect(nobodys).toEqual({ ok: false, reason: "unknown_programme" });
});

test("what is granted between draft and approval is looked at again: the budget stays, and the draft waits", async () => {
  const town = await addTown(admin);
  const id = await asked(town, 500);
  await grantPoints(town, 501);
  expect(await approveAs(town.checker, id)).toEqual({ ok: false, reason: "budget_below_used" });
  expect(await findBudget(town.programmeId, "everywhere")).toMatchObject({ budget: 10_000, used: 501 });
  expect(await admin`select state from approvals where id = ${id}`).toEqual([{ state: "pending" }]);
});

test("a budget may be lowered to exactly what was granted, and then nothing more is granted", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 500);
  expect((await approveAs(town.checker, await asked(town, 500))).ok).toBe(true);
  await expect(grantPoints(town, 1)).rejects.toThrow("budget_exhausted");
});

test("of two budgets asked for at once one waits, and the other is told so", async () => {
  const town = await addTown(admin);
  const answers = await Promise.all([ask(town, 15_000), ask(town, 25_000)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "draft_pending" });
});
