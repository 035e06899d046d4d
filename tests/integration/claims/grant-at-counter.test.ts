import { expect, test } from "vitest";
import { db } from "@/db/client";
import { approve } from "@/lib/approvals/approve";
import { claimPoints } from "@/lib/claims/claim-points";
import { grantAtCounter } from "@/lib/claims/grant-at-counter";
import { listOpenOffers } from "@/lib/claims/queries";
import { draftCode } from "@/lib/codes/draft-code";
import { executeIssueCode } from "@/lib/codes/execute-issue-code";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { newId } from "@/lib/shared/ids";
import { everything } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { AT, balanceOf, makeActivity, makeMember, makeOffer, makeProgramme, makeStaff } from "../../support/fixtures";
import { actsOn, linkOwn } from "../../support/staff-fixtures";

const admin = adminSql();

test("points are granted at the counter once, by whichever way they come first, with the first receipt for all", async () => {
  const staff = await makeStaff();
  const { activityId, token } = await makeOffer(staff, { activity: { points: 70 } });
  const { memberId, accountId } = await makeMember();
  const [first, again] = [
    await grantAtCounter({ activityId, memberId }, staff, AT),
    await grantAtCounter({ activityId, memberId }, staff, AT),
  ];
  expect(first).toMatchObject({ ok: true, value: { points: 70, isRepeat: false, title: "多摩川ウオーキング" } });
  const transferId = first.ok ? first.value.transferId : "";
  expect(again).toMatchObject({ ok: true, value: { transferId, isRepeat: true } });
  expect(await claimPoints({ token, memberId, at: AT })).toMatchObject({
    ok: true,
    value: { transferId, isRepeat: true },
  });
  expect(await balanceOf(accountId)).toBe(70);
  expect(await actsOn(admin, memberId)).toEqual(["grant_at_counter"]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("ten grants and ten scans of one member at once are one", async () => {
  const staff = await makeStaff();
  const { activityId, token } = await makeOffer(staff, { activity: { points: 70 } });
  const { memberId, accountId } = await makeMember();
  const grants = Array.from({ length: 10 }, () => grantAtCounter({ activityId, memberId }, staff, AT));
  const scans = Array.from({ length: 10 }, () => claimPoints({ token, memberId, at: AT }));
  const answers = await Promise.all([...grants, ...scans]);
  expect(new Set(answers.map((answer) => answer.ok && answer.value.transferId)).size).toBe(1);
  expect(await balanceOf(accountId)).toBe(70);
});

test("what is not open, not within one's sections, or one's own is refused, and each try is on record", async () => {
  const staff = await makeStaff();
  const { activityId } = await makeOffer(staff);
  const { memberId, accountId } = await makeMember();
  const early = new Date("2026-05-02T01:00:00Z");
  expect(await grantAtCounter({ activityId, memberId }, staff, early)).toEqual({ ok: false, reason: "not_open_yet" });
  const outside = { ...staff, scope: [newId()] };
  expect(await grantAtCounter({ activityId, memberId }, outside, AT)).toEqual({
    ok: false,
    reason: "unknown_activity",
  });
  await linkOwn(admin, staff.staffId, memberId);
  expect(await grantAtCounter({ activityId, memberId }, staff, AT)).toEqual({ ok: false, reason: "own_wallet" });
  expect(await balanceOf(accountId)).toBe(0);
  expect(await actsOn(admin, memberId)).toEqual(
    ["not_open_yet", "unknown_activity", "own_wallet"].map((reason) => `grant_at_counter denied: ${reason}`),
  );
});

test("the counter chooses from what can be received now within its sections, and sees what this member has received", async () => {
  const staff = await makeStaff();
  const { activityId } = await makeOffer(staff);
  await makeOffer(staff, { activity: { opensAt: new Date("2026-05-03T02:30:00Z") } });
  const { memberId } = await makeMember();
  await grantAtCounter({ activityId, memberId }, staff, AT);
  const here = { scope: [staff.sectionId], most: 500 };
  expect(await listOpenOffers(memberId, here, AT)).toMatchObject([{ id: activityId, received: { points: 100 } }]);
  expect(await listOpenOffers((await makeMember()).memberId, here, AT)).toMatchObject([{ received: null }]);
  expect(await listOpenOffers(memberId, { ...here, scope: [newId()] }, AT)).toEqual([]);
});

test("nobody grants alone at the counter what only an approved code may grant, nor is it offered there", async () => {
  const [staff, checker] = [await makeStaff(), await makeStaff()];
  const programmeId = await makeProgramme(staff);
  const activityId = await makeActivity(staff, programmeId, { points: 501 });
  const { memberId, accountId } = await makeMember();
  const refused = { ok: false, reason: "needs_approved_code" };
  const here = { scope: [staff.sectionId], most: 500 };
  expect(await grantAtCounter({ activityId, memberId }, staff, AT)).toEqual(refused);
  expect(await listOpenOffers(memberId, here, AT)).toEqual([]);
  const asked = await draftCode({ activityId, reason: "大きな行事のため" }, staff, AT);
  expect(await grantAtCounter({ activityId, memberId }, staff, AT)).toEqual(refused);
  const approvalId = asked.ok ? asked.value.id : "";
  await approve({ approvalId, authority: everything, execute: executeIssueCode }, checker, AT);
  expect(await listOpenOffers(memberId, here, AT)).toMatchObject([{ id: activityId }]);
  expect(await grantAtCounter({ activityId, memberId }, staff, AT)).toMatchObject({ ok: true, value: { points: 501 } });
  expect(await balanceOf(accountId)).toBe(501);
});
