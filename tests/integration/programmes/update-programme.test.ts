import { expect, test } from "vitest";
import { createActivity } from "@/lib/activities/create-activity";
import { approve } from "@/lib/approvals/approve";
import { executeChangeProgrammeRule } from "@/lib/programmes/execute-change-programme-rule";
import { findProgramme, listProgrammes, sumProgrammeGrants } from "@/lib/programmes/queries";
import { updateProgramme } from "@/lib/programmes/update-programme";
import { newId } from "@/lib/shared/ids";
import { everything } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { addTown, grantPoints } from "../../support/ledger-fixtures";
import { activityPlan, actsOn, MAY_DAY, programmePlan } from "../../support/staff-fixtures";

const admin = adminSql();
const draftReason = "ほかの事業とそろえるため";
const born = ["create_programme", "draft_set_programme_budget", "approve_set_programme_budget"];

async function planned() {
  const town = await addTown(admin);
  const { budget: _, ...terms } = { ...programmePlan(town.actor.sectionId), id: town.programmeId };
  return { ...town, terms };
}

test("a new name keeps the rule's version, and is one audit row with the name before and after", async () => {
  const { actor, programmeId, terms } = await planned();
  const after = { ...terms, name: "㈱髙﨑・濵 の①健康" };
  expect(await updateProgramme(after, actor, MAY_DAY)).toEqual({
    ok: true,
    value: { id: programmeId, draft: undefined },
  });
  expect(await findProgramme(programmeId, "everywhere")).toMatchObject({ name: after.name, ruleVersion: 1 });
  const [act] =
    await admin`select before, after from audit_entries where act = 'update_programme' and target_id = ${programmeId}`;
  expect(act).toEqual({ before: { name: terms.name }, after: { name: after.name } });
});

test("another rule waits for a second person; approved, its version grows, and a lot keeps the one it was granted under", async () => {
  const { actor, checker, programmeId, terms, ...town } = await planned();
  await grantPoints({ ...town, programmeId }, 100);
  const changes = [{ points: 200 }, { points: 200, expiryKind: "days" as const, expiryCount: 90 }];
  for (const change of changes) {
    const asked = await updateProgramme({ ...terms, ...change, draftReason }, actor, MAY_DAY);
    const approvalId = (asked.ok && asked.value.draft?.id) || "";
    expect(await findProgramme(programmeId, "everywhere")).not.toMatchObject(change);
    const order = { approvalId, authority: everything, execute: executeChangeProgrammeRule };
    expect(await approve(order, actor, MAY_DAY)).toEqual({ ok: false, reason: "own_draft" });
    expect((await approve(order, checker, MAY_DAY)).ok).toBe(true);
    expect(await findProgramme(programmeId, "everywhere")).toMatchObject(change);
  }
  expect((await findProgramme(programmeId, "everywhere"))?.ruleVersion).toBe(3);
  const lots = await admin`select rule_version from lots where programme_id = ${programmeId}`;
  expect([...lots]).toEqual([{ rule_version: 1 }]);
});

test("a new name beside another rule holds at once; without a reason for the rule nothing does", async () => {
  const { actor, programmeId, terms } = await planned();
  const both = { ...terms, name: "新しい名前", points: 200 };
  expect(await updateProgramme(both, actor, MAY_DAY)).toEqual({ ok: false, reason: "reason_missing" });
  expect(await findProgramme(programmeId, "everywhere")).toMatchObject({ name: terms.name, points: 100 });
  expect(await updateProgramme({ ...both, draftReason }, actor, MAY_DAY)).toMatchObject({ ok: true });
  expect(await findProgramme(programmeId, "everywhere")).toMatchObject({
    name: "新しい名前",
    points: 100,
    ruleVersion: 1,
  });
  const acts = ["update_programme denied: reason_missing", "update_programme", "draft_change_programme_rule"];
  expect((await actsOn(admin, programmeId)).slice(born.length)).toEqual(acts);
});

test("an approved rule that the period no longer allows is not executed", async () => {
  const { actor, checker, programmeId, terms } = await planned();
  const rule = { expiryKind: "fixed" as const, expiryOn: "2027-03-31", draftReason };
  const asked = await updateProgramme({ ...terms, ...rule }, actor, MAY_DAY);
  await updateProgramme({ ...terms, endsOn: "2027-04-30" }, actor, MAY_DAY);
  const approvalId = (asked.ok && asked.value.draft?.id) || "";
  const order = { approvalId, authority: everything, execute: executeChangeProgrammeRule };
  expect(await approve(order, checker, MAY_DAY)).toEqual({ ok: false, reason: "expiry_before_end" });
  expect(await findProgramme(programmeId, "everywhere")).toMatchObject({
    expiryKind: "next_fiscal_year_end",
    ruleVersion: 1,
  });
});

test("saving what is there already writes nothing", async () => {
  const { actor, programmeId, terms } = await planned();
  expect((await updateProgramme(terms, actor, MAY_DAY)).ok).toBe(true);
  expect(await actsOn(admin, programmeId)).toEqual(born);
});

test("a period that an activity would stick out of is refused", async () => {
  const { actor, programmeId, terms } = await planned();
  await createActivity(activityPlan(programmeId), actor, MAY_DAY);
  const shorter = await updateProgramme({ ...terms, endsOn: "2026-05-02" }, actor, MAY_DAY);
  expect(shorter).toEqual({ ok: false, reason: "activities_outside_period" });
  expect(await updateProgramme({ ...terms, endsOn: "2026-05-03" }, actor, MAY_DAY)).toMatchObject({ ok: true });
  const acts = [...born, "update_programme denied: activities_outside_period", "update_programme"];
  expect(await actsOn(admin, programmeId)).toEqual(acts);
});

test("an unknown programme is refused", async () => {
  const { actor, terms } = await planned();
  expect(await updateProgramme({ ...terms, id: newId() }, actor, MAY_DAY)).toEqual({
    ok: false,
    reason: "unknown_programme",
  });
});

test("a programme's grants are counted with what was taken back, and its list row carries the bar's figures", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 100);
  await grantPoints(town, 30);
  expect(await sumProgrammeGrants(town.programmeId)).toEqual({
    granted: { count: 2, points: 130 },
    takenBack: { count: 0, points: 0 },
  });
  const { rows } = await listProgrammes({ state: "running", today: "2026-05-01", scope: "everywhere" });
  expect(rows.find((row) => row.id === town.programmeId)).toMatchObject({ budget: 10_000, used: 130, domain: "健康" });
});

test("a list of programmes pages by key without a gap or a repeat, and ignores a key that is none", async () => {
  for (let made = 0; made < 32; made += 1) await addTown(admin, { endsOn: "2027-03-30" });
  const first = await listProgrammes({ today: "2026-05-01", scope: "everywhere" });
  const second = await listProgrammes({ today: "2026-05-01", scope: "everywhere" }, first.next ?? undefined);
  const ids = [...first.rows, ...second.rows].map((row) => row.id);
  const [all] = await admin`select count(*)::int as count from programmes`;
  expect(first.rows).toHaveLength(30);
  expect(new Set(ids).size).toBe(all?.count);
  expect(await listProgrammes({ today: "2026-05-01", scope: "everywhere" }, "2026-99-99~x")).toEqual(first);
});
