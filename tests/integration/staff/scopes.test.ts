import { beforeAll, expect, test } from "vitest";
import { cancelActivity } from "@/lib/activities/cancel-activity";
import { createActivity } from "@/lib/activities/create-activity";
import { findActivity, listActivities } from "@/lib/activities/queries";
import { resumeActivity } from "@/lib/activities/resume-activity";
import { updateActivity } from "@/lib/activities/update-activity";
import type { ScopedActor } from "@/lib/audit/record-act";
import { claimPoints } from "@/lib/claims/claim-points";
import { findPoster } from "@/lib/codes/find-poster";
import { issueCode } from "@/lib/codes/issue-code";
import { reissueCode } from "@/lib/codes/reissue-code";
import { revokeCode } from "@/lib/codes/revoke-code";
import { correctGrant } from "@/lib/grants/correct-grant";
import { correctPayment } from "@/lib/grants/correct-payment";
import { findGrant, findPayment, listGrants, sumGrantsOn } from "@/lib/grants/queries";
import { createProgramme } from "@/lib/programmes/create-programme";
import { draftProgrammeBudget } from "@/lib/programmes/draft-programme-budget";
import {
  findBudget,
  findProgramme,
  listProgrammeChoices,
  listProgrammes,
  listSections,
} from "@/lib/programmes/queries";
import { updateProgramme } from "@/lib/programmes/update-programme";
import { cityDay } from "@/lib/shared/city-time";
import type { Scope } from "@/lib/shared/scope";
import { sumUsage } from "@/lib/usage/queries";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeOffer, makeStaff, makeTill, type TestStaff } from "../../support/fixtures";
import { payPoints } from "../../support/ledger-fixtures";
import { activityPlan, actsOn, programmePlan } from "../../support/staff-fixtures";

const admin = adminSql();
const today = cityDay(AT);

/** A section with a programme, an activity and its code, and one grant of 100 points. */
async function makeSection() {
  const staff = await makeStaff();
  const offer = await makeOffer(staff);
  const member = await makeMember();
  const claimed = await claimPoints({ token: offer.token, memberId: member.memberId, at: AT });
  if (!claimed.ok) throw new Error(claimed.reason);
  return { staff, ...offer, ...member, grantId: claimed.value.transferId };
}

let own: Awaited<ReturnType<typeof makeSection>>;
let other: Awaited<ReturnType<typeof makeSection>>;
let scope: Scope;
let actor: ScopedActor;
beforeAll(async () => {
  [own, other] = [await makeSection(), await makeSection()];
  scope = [own.staff.sectionId];
  actor = { ...own.staff, scope };
});

test("what lies in another section is as if it were not there", async () => {
  expect(await findProgramme(own.programmeId, scope)).toMatchObject({ id: own.programmeId });
  expect(await findActivity(own.activityId, scope)).toMatchObject({ id: own.activityId });
  expect(await findPoster(own.codeId, scope)).toMatchObject({ codeId: own.codeId });
  expect(await findGrant(own.grantId, scope)).toMatchObject({ points: 100 });
  expect(await findProgramme(other.programmeId, scope)).toBeUndefined();
  expect(await findBudget(other.programmeId, scope)).toBeUndefined();
  expect(await findActivity(other.activityId, scope)).toBeUndefined();
  expect(await findPoster(other.codeId, scope)).toBeUndefined();
  expect(await findGrant(other.grantId, scope)).toBeUndefined();
});

test("lists, choices and sums hold what is within the scope alone", async () => {
  const { rows: programmes } = await listProgrammes({ today, scope });
  expect(programmes.map(({ id }) => id)).toEqual([own.programmeId]);
  const { rows: activities } = await listActivities({ at: AT, scope });
  expect(activities.map(({ id }) => id)).toEqual([own.activityId]);
  expect((await listGrants({ scope })).rows.map(({ transferId }) => transferId)).toEqual([own.grantId]);
  expect((await listProgrammeChoices(today, scope)).map(({ id }) => id)).toEqual([own.programmeId]);
  expect((await listSections(scope)).map(({ id }) => id)).toEqual(scope);
  expect(await sumGrantsOn(today, scope)).toEqual({ count: 1, points: 100 });
  expect(await sumGrantsOn(today, "everywhere")).toEqual({ count: 2, points: 200 });
});

const reason = "試験のため";
type Attempt = (actor: ScopedActor) => Promise<{ ok: boolean }>;
const attempts: [name: string, target: () => string, act: Attempt, refusal: string][] = [
  [
    "update_programme",
    () => other.programmeId,
    (by) => updateProgramme(programmePlan(own.staff.sectionId, { id: other.programmeId }), by, AT),
    "unknown_programme",
  ],
  [
    "draft_set_programme_budget",
    () => other.programmeId,
    (by) => draftProgrammeBudget({ programmeId: other.programmeId, budget: 20_000, reason: "増やすため" }, by, AT),
    "unknown_programme",
  ],
  [
    "update_activity",
    () => other.activityId,
    (by) => updateActivity(activityPlan(other.programmeId, { id: other.activityId, title: "別の名" }), by, AT),
    "unknown_activity",
  ],
  [
    "cancel_activity",
    () => other.activityId,
    (by) => cancelActivity({ activityId: other.activityId, reason }, by, AT),
    "unknown_activity",
  ],
  [
    "resume_activity",
    () => other.activityId,
    (by) => resumeActivity({ activityId: other.activityId }, by, AT),
    "unknown_activity",
  ],
  ["issue_code", () => other.activityId, (by) => issueCode({ activityId: other.activityId }, by, AT), "unknown_target"],
  ["revoke_code", () => other.codeId, (by) => revokeCode({ codeId: other.codeId, reason }, by, AT), "unknown_code"],
  ["reissue_code", () => other.codeId, (by) => reissueCode({ codeId: other.codeId, reason }, by, AT), "not_live"],
  [
    "correct_grant",
    () => other.grantId,
    (by) => correctGrant({ transferId: other.grantId, points: 100, reason }, by, AT),
    "unknown_transfer",
  ],
];

test.each(attempts)(
  "%s does not reach another section, and that it was tried is recorded once",
  async (name, target, act, refusal) => {
    expect(await act(actor)).toEqual({ ok: false, reason: refusal });
    const denied = (await actsOn(admin, target())).filter((entry) => entry.startsWith(`${name} `));
    expect(denied).toEqual([`${name} denied: ${refusal}`]);
  },
);

test("a programme cannot be made for, or moved into, another section", async () => {
  const made = await createProgramme(programmePlan(other.staff.sectionId), actor, AT);
  expect(made).toEqual({ ok: false, reason: "unknown_section" });
  const moved = programmePlan(other.staff.sectionId, { id: own.programmeId });
  expect(await updateProgramme(moved, actor, AT)).toEqual({ ok: false, reason: "unknown_section" });
  const foreign = activityPlan(other.programmeId);
  expect(await createActivity(foreign, actor, AT)).toEqual({ ok: false, reason: "unknown_programme" });
});

test("shops are the whole city's: a section's person issues and sees their codes", async () => {
  const { codeId } = await makeTill({ ...own.staff, scope } as TestStaff);
  expect(await findPoster(codeId, scope)).toMatchObject({ kind: "shop" });
});

test("a payment is seen by the sections whose points it took, and given back only by who may touch them all", async () => {
  const { shopId } = await makeTill(own.staff);
  const { memberId, accountId } = own;
  await claimPoints({ token: other.token, memberId, at: AT });
  const all = { period: { from: today, to: today }, sections: "everywhere" as const };
  const shared = await payPoints(admin, { programmeId: "", accountId, memberId, shopId }, 150, AT);
  expect(await sumUsage(all)).toMatchObject({ payments: 1, points: 150 });
  const { points } = await sumUsage({ ...all, sections: scope });
  const { points: theirs } = await sumUsage({ ...all, sections: [other.staff.sectionId] });
  expect(points + theirs).toBe(150);
  expect(await findPayment(shared, scope)).toMatchObject({ points: 150, isShared: true });
  const refused = { ok: false, reason: "unknown_transfer" };
  expect(await correctPayment({ transferId: shared, points: 150, reason }, actor, AT)).toEqual(refused);
  const stranger = await makeStaff();
  expect(await findPayment(shared, [stranger.sectionId])).toBeUndefined();
  expect(await sumUsage({ ...all, sections: [stranger.sectionId] })).toMatchObject({ payments: 0, points: 0 });
  expect(await correctPayment({ transferId: shared, points: 150, reason }, own.staff, new Date())).toMatchObject({
    ok: true,
  });
});

test("an outside group sees the activities it holds and their posters, and no shop's", async () => {
  const groupId = (await makeStaff()).sectionId;
  await admin`update sections set kind = 'group' where id = ${groupId}`;
  const mine = activityPlan(own.programmeId, { groupId });
  expect(await createActivity(mine, actor, AT)).toMatchObject({ ok: true });
  const code = await issueCode({ activityId: mine.id }, actor, AT);
  const { rows } = await listActivities({ at: AT, scope: [groupId] });
  expect(rows.map(({ id }) => id)).toEqual([mine.id]);
  expect(await findActivity(mine.id, [groupId])).toMatchObject({ groupId, group: expect.any(String) });
  expect(await findActivity(own.activityId, [groupId])).toBeUndefined();
  expect(code.ok && (await findPoster(code.value.codeId, [groupId]))).toMatchObject({ kind: "activity" });
  expect(await findPoster((await makeTill(own.staff)).codeId, [groupId])).toBeUndefined();
  expect(await findProgramme(own.programmeId, [groupId])).toBeUndefined();
});

test("an activity is held by a group, not by a section", async () => {
  const wrong = activityPlan(own.programmeId, { groupId: other.staff.sectionId });
  expect(await createActivity(wrong, actor, AT)).toEqual({ ok: false, reason: "unknown_group" });
  const changed = activityPlan(own.programmeId, { id: own.activityId, groupId: other.staff.sectionId });
  expect(await updateActivity(changed, actor, AT)).toEqual({ ok: false, reason: "unknown_group" });
});
