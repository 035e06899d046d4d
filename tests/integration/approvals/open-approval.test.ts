import { expect, test } from "vitest";
import { withdraw } from "@/lib/approvals/withdraw";
import { newId } from "@/lib/shared/ids";
import { draftPlan, makeDraft, tryDraft } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { actsOn, addMember, addStaff, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const DAY = 24 * 60 * 60 * 1000;

test("a draft gets the fiscal year's next number, ends in the set days, and is one row of the audit", async () => {
  const maker = await addStaff(admin);
  const lastOfYear = new Date("2026-03-31T14:59:00Z");
  const old = await makeDraft(draftPlan(maker.sectionId), maker, lastOfYear);
  const plan = draftPlan(maker.sectionId);
  const first = await makeDraft(plan, maker);
  const second = await makeDraft(draftPlan(maker.sectionId), maker);
  expect(old.number).toBe("2025-00001");
  expect([first.number, second.number]).toEqual(["2026-00001", "2026-00002"]);
  const [row] = await admin`select expires_at, state from approvals where id = ${first.id}`;
  expect(row).toEqual({ expires_at: new Date(MAY_DAY.getTime() + 14 * DAY), state: "pending" });
  expect(await actsOn(admin, String(plan.target.id))).toEqual(["draft_set_programme_budget"]);
  const [audit] = await admin`select before, after, reason from audit_entries where target_id = ${plan.target.id}`;
  const after = { budget: "20000", approval: first.number };
  expect(audit).toEqual({ before: { budget: "10000" }, after, reason: "参加者が増えたため" });
});

test("twenty simultaneous drafts have twenty numbers without a gap", async () => {
  const maker = await addStaff(admin);
  const at = new Date("2030-05-01T01:00:00Z");
  const made = await Promise.all(Array.from({ length: 20 }, () => makeDraft(draftPlan(maker.sectionId), maker, at)));
  const numbers = made.map(({ number }) => Number(number.slice(5))).sort((one, other) => one - other);
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test("the very same draft twenty times at once is one draft and one row of the audit", async () => {
  const maker = await addStaff(admin);
  const plan = draftPlan(maker.sectionId);
  const made = await Promise.all(Array.from({ length: 20 }, () => makeDraft(plan, maker)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  expect(made.filter(({ isRepeat }) => !isRepeat)).toHaveLength(1);
  expect(await actsOn(admin, String(plan.target.id))).toHaveLength(1);
});

test("a second draft about the same thing waits for the first to end; one whose time is over is no hindrance", async () => {
  const maker = await addStaff(admin);
  const plan = draftPlan(maker.sectionId);
  const first = await makeDraft(plan, maker);
  const other = { ...plan, payload: { budget: 30_000 } };
  expect(await tryDraft(other, maker)).toEqual({ ok: false, reason: "draft_pending" });
  const later = new Date(MAY_DAY.getTime() + 14 * DAY);
  const second = await makeDraft(other, maker, later);
  expect(await admin`select state from approvals where id = ${first.id}`).toEqual([{ state: "expired" }]);
  await withdraw({ approvalId: second.id }, maker, later);
  expect((await makeDraft(plan, maker, later)).isRepeat).toBe(false);
});

test("nobody drafts what touches their own wallet, whichever way it is theirs", async () => {
  const maker = await addStaff(admin);
  const { memberId } = await addMember(admin);
  await linkOwn(admin, maker.staffId, memberId);
  const plan = draftPlan(maker.sectionId, { kind: "correct_grant", memberId });
  expect(await tryDraft(plan, maker)).toEqual({ ok: false, reason: "own_wallet" });
  const namesake = await addStaff(admin);
  await admin`update members set email_index = (select email_index from staff where id = ${namesake.staffId}) where id = ${memberId}`;
  expect(await tryDraft(plan, namesake)).toEqual({ ok: false, reason: "own_wallet" });
  expect(await actsOn(admin, String(plan.target.id))).toEqual([]);
});

test("a person who was disabled drafts nothing", async () => {
  const maker = await addStaff(admin);
  await admin`update staff set disabled = true where id = ${maker.staffId}`;
  expect(await tryDraft(draftPlan(maker.sectionId), maker)).toEqual({ ok: false, reason: "staff_disabled" });
});

test("a new draft follows only the maker's own one that was sent back", async () => {
  const maker = await addStaff(admin);
  const plan = draftPlan(maker.sectionId);
  const wrong = { ok: false, reason: "not_sent_back" };
  expect(await tryDraft({ ...plan, followsId: newId() }, maker)).toEqual(wrong);
  const taken = await makeDraft(plan, maker);
  await withdraw({ approvalId: taken.id }, maker, MAY_DAY);
  expect(await tryDraft({ ...plan, followsId: taken.id }, maker)).toEqual(wrong);
});
