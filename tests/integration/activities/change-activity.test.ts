import { expect, test, vi } from "vitest";
import { cancelActivity } from "@/lib/activities/cancel-activity";
import { createActivity } from "@/lib/activities/create-activity";
import { findActivity, listActivities, sumActivityGrants } from "@/lib/activities/queries";
import { resumeActivity } from "@/lib/activities/resume-activity";
import { updateActivity } from "@/lib/activities/update-activity";
import { issueCode } from "@/lib/codes/issue-code";
import { revokeCode } from "@/lib/codes/revoke-code";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { addTown, grantPoints } from "../../support/ledger-fixtures";
import { activityPlan, actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

async function planned() {
  const town = await addTown(admin);
  const plan = activityPlan(town.programmeId);
  await createActivity(plan, town.actor, MAY_DAY);
  return { ...town, plan };
}

test("an activity is changed with one audit row; the same again writes nothing", async () => {
  const { plan, actor } = await planned();
  const after = { ...plan, title: "多摩川の朝", points: 120 };
  for (let time = 0; time < 2; time += 1) {
    expect(await updateActivity(after, actor, MAY_DAY)).toEqual({ ok: true, value: { id: plan.id } });
  }
  expect(await findActivity(plan.id, "everywhere")).toMatchObject({ title: "多摩川の朝", points: 120 });
  expect(await actsOn(admin, plan.id)).toEqual(["create_activity", "update_activity"]);
});

test("once somebody has received them the points stay, while the words may change", async () => {
  const { plan, ...town } = await planned();
  await grantPoints(town, 100, { activityId: plan.id });
  expect(await updateActivity({ ...plan, points: 120 }, town.actor, MAY_DAY)).toEqual({
    ok: false,
    reason: "already_granted",
  });
  expect(await updateActivity({ ...plan, place: "むいから民家園" }, town.actor, MAY_DAY)).toMatchObject({ ok: true });
  expect(await sumActivityGrants(plan.id)).toEqual({ count: 1, points: 100 });
  const acts = ["create_activity", "update_activity denied: already_granted", "update_activity"];
  expect(await actsOn(admin, plan.id)).toEqual(acts);
});

test("while a code lives its claim limit stays, since a claim under way would count under the old one", async () => {
  const { plan, actor } = await planned();
  const code = await issueCode({ activityId: plan.id }, actor, MAY_DAY);
  const daily = { ...plan, claimLimit: "daily" } as const;
  expect(await updateActivity(daily, actor, MAY_DAY)).toEqual({ ok: false, reason: "code_is_live" });
  expect((await findActivity(plan.id, "everywhere"))?.claimLimit).toBe("once");
  await revokeCode({ codeId: code.ok ? code.value.codeId : "", reason: "回数の変更" }, actor, MAY_DAY);
  expect(await updateActivity(daily, actor, MAY_DAY)).toMatchObject({ ok: true });
  const acts = ["create_activity", "update_activity denied: code_is_live", "update_activity"];
  expect(await actsOn(admin, plan.id)).toEqual(acts);
});

test("a change of the limit waits for a code that is just being issued, and is refused then", async () => {
  const { plan, actor } = await planned();
  const changing = await admin.begin(async (tx) => {
    const [id, secret] = [newId(), Buffer.from(newId())];
    await tx`insert into codes (id, activity_id, token_hash, typed_hash, secret_encrypted, issued_by, issued_at)
      values (${id}, ${plan.id}, ${secret}, ${secret}, ${secret}, ${actor.staffId}, ${MAY_DAY})`;
    const answer = updateActivity({ ...plan, claimLimit: "daily" }, actor, MAY_DAY);
    const waiting = () =>
      admin`select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(1), { timeout: 5000 });
    return { answer };
  });
  expect(await changing.answer).toEqual({ ok: false, reason: "code_is_live" });
});

test("cancelling at the same moment twice is one act, and it can be undone once", async () => {
  const { plan, actor } = await planned();
  const cancel = () => cancelActivity({ activityId: plan.id, reason: "雨天" }, actor, MAY_DAY);
  await Promise.all([cancel(), cancel()]);
  expect(await updateActivity(plan, actor, MAY_DAY)).toEqual({ ok: false, reason: "cancelled" });
  const resume = () => resumeActivity({ activityId: plan.id }, actor, MAY_DAY);
  await Promise.all([resume(), resume()]);
  expect((await findActivity(plan.id, "everywhere"))?.cancelledAt).toBeNull();
  expect(await actsOn(admin, plan.id)).toEqual([
    "create_activity",
    "cancel_activity",
    "update_activity denied: cancelled",
    "resume_activity",
  ]);
});

test("what is unknown can be neither cancelled nor resumed, and each act that was tried has its row", async () => {
  const { actor } = await planned();
  const activityId = newId();
  const refused = { ok: false, reason: "unknown_activity" };
  expect(await cancelActivity({ activityId, reason: "雨天" }, actor, MAY_DAY)).toEqual(refused);
  expect(await resumeActivity({ activityId }, actor, MAY_DAY)).toEqual(refused);
  const acts = ["cancel_activity denied: unknown_activity", "resume_activity denied: unknown_activity"];
  expect(await actsOn(admin, activityId)).toEqual(acts);
});

test("activities are listed by state, and those that nobody can receive from are named", async () => {
  const { plan, actor, programmeId } = await planned();
  const coded = activityPlan(programmeId, { title: "コードあり" });
  const past = activityPlan(programmeId, {
    startsAt: new Date("2026-04-05T01:00:00Z"),
    endsAt: new Date("2026-04-05T02:00:00Z"),
    opensAt: new Date("2026-04-05T00:30:00Z"),
    closesAt: new Date("2026-04-05T03:00:00Z"),
  });
  await createActivity(coded, actor, MAY_DAY);
  await createActivity(past, actor, MAY_DAY);
  await issueCode({ activityId: coded.id }, actor, MAY_DAY);
  const ids = async (state: "coming" | "past" | "without_code" | undefined) =>
    (await listActivities({ programmeId, state, at: MAY_DAY, scope: "everywhere" })).rows.map((row) => row.id);
  expect(await ids("coming")).toEqual([plan.id, coded.id]);
  expect(await ids("without_code")).toEqual([plan.id]);
  expect(await ids("past")).toEqual([past.id]);
  expect(await ids(undefined)).toEqual([coded.id, plan.id, past.id]);
});

test("a long list of activities pages by key in both directions without a gap or a repeat", async () => {
  const { actor, programmeId } = await planned();
  for (let made = 0; made < 31; made += 1) await createActivity(activityPlan(programmeId), actor, MAY_DAY);
  for (const state of ["coming", undefined] as const) {
    const first = await listActivities({ programmeId, state, at: MAY_DAY, scope: "everywhere" });
    const second = await listActivities(
      { programmeId, state, at: MAY_DAY, scope: "everywhere" },
      first.next ?? undefined,
    );
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(32);
    expect(second.next).toBeNull();
  }
});
