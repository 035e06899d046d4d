import { expect, test } from "vitest";
import { createActivity } from "@/lib/activities/create-activity";
import { readTypedCode } from "@/lib/codes/decide-typed-code";
import { issueCode } from "@/lib/codes/issue-code";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { createShop } from "@/lib/shops/create-shop";
import { createApprovedProgramme } from "../../support/approved-programme";
import { adminSql } from "../../support/database";
import { activityPlan, actsOn, addStaff, MAY_DAY, programmePlan, shopPlan } from "../../support/staff-fixtures";

const admin = adminSql();

async function addShop() {
  const actor = await addStaff(admin);
  const shop = shopPlan();
  await createShop(shop, actor, MAY_DAY);
  return { actor, shopId: shop.id };
}

test("a code's token and typed code are stored as hashes only, next to the sealed pair", async () => {
  const { actor, shopId } = await addShop();
  const issued = await issueCode({ shopId }, actor, MAY_DAY);
  if (!issued.ok) throw new Error(issued.reason);
  expect(issued.value.token).toMatch(/^[\w-]{22}$/);
  expect(readTypedCode(issued.value.typedCode).ok).toBe(true);
  const [row] = await admin`select token_hash, to_jsonb(c)::text as all from codes c where id = ${issued.value.codeId}`;
  expect(Buffer.from(row?.token_hash)).toEqual(hashSecret(issued.value.token));
  expect(row?.all).not.toContain(issued.value.token);
});

test("ten simultaneous issues for one shop make one code, one audit row, and all ten get that code", async () => {
  const { actor, shopId } = await addShop();
  const answers = await Promise.all(Array.from({ length: 10 }, () => issueCode({ shopId }, actor, MAY_DAY)));
  const tokens = new Set(answers.map((answer) => answer.ok && answer.value.token));
  expect(tokens.size).toBe(1);
  const [first] = answers;
  expect(first?.ok && (await actsOn(admin, first.value.codeId))).toEqual(["issue_code"]);
});

test("no code is issued for what does not exist", async () => {
  const { actor } = await addShop();
  const activityId = newId();
  expect(await issueCode({ activityId }, actor, MAY_DAY)).toEqual({ ok: false, reason: "unknown_target" });
  expect(await actsOn(admin, activityId)).toEqual(["issue_code denied: unknown_target"]);
});

test("no code is issued for an activity whose window is over", async () => {
  const actor = await addStaff(admin);
  const programme = programmePlan(actor.sectionId);
  await createApprovedProgramme(programme, actor, await addStaff(admin), MAY_DAY);
  const activity = activityPlan(programme.id);
  await createActivity(activity, actor, MAY_DAY);
  const answer = await issueCode({ activityId: activity.id }, actor, activity.closesAt);
  expect(answer).toEqual({ ok: false, reason: "activity_over" });
  expect(await actsOn(admin, activity.id)).toEqual(["create_activity", "issue_code denied: activity_over"]);
});
