import { expect, test } from "vitest";
import { cancelActivity } from "@/lib/activities/cancel-activity";
import { updateActivity } from "@/lib/activities/update-activity";
import { approve } from "@/lib/approvals/approve";
import type { StaffActor } from "@/lib/audit/record-act";
import { draftCode } from "@/lib/codes/draft-code";
import { executeIssueCode } from "@/lib/codes/execute-issue-code";
import { issueCode } from "@/lib/codes/issue-code";
import { listCodesOf } from "@/lib/codes/queries";
import { reissueCode } from "@/lib/codes/reissue-code";
import { everything } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { makeActivity, makeProgramme, makeStaff, type TestStaff } from "../../support/fixtures";
import { activityPlan, actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "多く付与する行事のため";
/** One more than the city's limit, settings.approval_code_points. */
const MUCH = 501;

async function muchActivity() {
  const [maker, checker] = [await makeStaff(), await makeStaff()];
  const programmeId = await makeProgramme(maker);
  const activityId = await makeActivity(maker, programmeId, { points: MUCH });
  return { maker, checker, programmeId, activityId };
}

async function askedCode(maker: TestStaff, activityId: string, replacesId?: string): Promise<string> {
  const asked = await draftCode({ activityId, reason, replacesId }, maker, MAY_DAY);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value.id;
}
const approveAs = (checker: StaffActor, approvalId: string) =>
  approve({ approvalId, authority: everything, execute: executeIssueCode }, checker, MAY_DAY);

test("a code that grants much is issued by nobody alone, and by a second person's approval", async () => {
  const { maker, checker, activityId } = await muchActivity();
  expect(await issueCode({ activityId }, maker, MAY_DAY)).toEqual({ ok: false, reason: "needs_approval" });
  const id = await askedCode(maker, activityId);
  expect(await listCodesOf({ activityId })).toEqual([]);
  expect(await approveAs(maker, id)).toEqual({ ok: false, reason: "own_draft" });
  expect((await approveAs(checker, id)).ok).toBe(true);
  expect((await listCodesOf({ activityId })).filter(({ revokedAt }) => !revokedAt)).toHaveLength(1);
  const acts = ["issue_code denied: needs_approval", "draft_issue_code"];
  const approved = ["approve_issue_code denied: own_draft", "approve_issue_code"];
  expect(await actsOn(admin, activityId)).toEqual(["create_activity", ...acts, ...approved]);
});

test("such a code is not replaced alone either: the old one lives until the approval, and is void in the same moment", async () => {
  const { maker, checker, activityId } = await muchActivity();
  await approveAs(checker, await askedCode(maker, activityId));
  const [old] = await listCodesOf({ activityId });
  const codeId = String(old?.codeId);
  expect(await reissueCode({ codeId, reason }, maker, MAY_DAY)).toEqual({ ok: false, reason: "needs_approval" });
  const id = await askedCode(maker, activityId, codeId);
  expect(await listCodesOf({ activityId })).toMatchObject([{ codeId, revokedAt: null }]);
  expect((await approveAs(checker, id)).ok).toBe(true);
  const [fresh, gone] = await listCodesOf({ activityId });
  expect(fresh).toMatchObject({ revokedAt: null });
  expect(gone).toMatchObject({ codeId, revokedAt: MAY_DAY });
});

test("what became of the activity since the draft is looked at again", async () => {
  const { maker, checker, programmeId, activityId } = await muchActivity();
  const id = await askedCode(maker, activityId);
  const plan = activityPlan(programmeId, { id: activityId });
  await updateActivity({ ...plan, points: 9_000 }, maker, MAY_DAY);
  expect(await approveAs(checker, id)).toEqual({ ok: false, reason: "points_changed" });
  await updateActivity({ ...plan, points: MUCH }, maker, MAY_DAY);
  await cancelActivity({ activityId, reason }, maker, MAY_DAY);
  expect(await approveAs(checker, id)).toEqual({ ok: false, reason: "activity_cancelled" });
  expect(await listCodesOf({ activityId })).toEqual([]);
});

test("the points do not rise above the limit under a code that one person issued", async () => {
  const maker = await makeStaff();
  const programmeId = await makeProgramme(maker);
  const activityId = await makeActivity(maker, programmeId, { points: 100 });
  await issueCode({ activityId }, maker, MAY_DAY);
  const plan = activityPlan(programmeId, { id: activityId });
  const raised = await updateActivity({ ...plan, points: MUCH }, maker, MAY_DAY);
  expect(raised).toEqual({ ok: false, reason: "code_needs_approval" });
});

test("a code issued while its points are raised never grants more than one person may: twenty races", async () => {
  const maker = await makeStaff();
  const programmeId = await makeProgramme(maker);
  for (let round = 0; round < 20; round += 1) {
    const activityId = await makeActivity(maker, programmeId, { points: 100 });
    const plan = activityPlan(programmeId, { id: activityId });
    const [raised, issued] = await Promise.all([
      updateActivity({ ...plan, points: MUCH }, maker, MAY_DAY),
      issueCode({ activityId }, maker, MAY_DAY),
    ]);
    const answers = [raised, issued].filter(({ ok }) => !ok).map((answer) => !answer.ok && answer.reason);
    expect(["code_needs_approval", "needs_approval"]).toContain(answers.join());
  }
});
