import { expect, test } from "vitest";
import { expireApprovals } from "@/lib/approvals/expire";
import { findApproval } from "@/lib/approvals/queries";
import { sendBack } from "@/lib/approvals/send-back";
import { withdraw } from "@/lib/approvals/withdraw";
import { draftPlan, everything, makeDraft, tryDraft } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { actsOn, addStaff, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const note = "事業費との関係を書いてください";

async function sentBack() {
  const [maker, checker] = [await addStaff(admin), await addStaff(admin)];
  const plan = draftPlan(maker.sectionId);
  const { id } = await makeDraft(plan, maker);
  const back = () => sendBack({ approvalId: id, note, authority: everything }, checker, MAY_DAY);
  return { maker, checker, plan, id, back, target: String(plan.target.id) };
}

test("a draft is sent back once with what has to be mended, and a new one follows it", async () => {
  const { maker, plan, id, back, target } = await sentBack();
  for (let time = 0; time < 2; time += 1) expect(await back()).toEqual({ ok: true, value: { id } });
  const next = await makeDraft({ ...plan, payload: { budget: 15_000 }, followsId: id }, maker);
  const reader = { staffId: maker.staffId, reads: everything, decides: everything };
  const shown = await findApproval(id, reader, MAY_DAY);
  expect(shown).toMatchObject({ state: "sent_back", note, followedBy: next.id, checker: "職員" });
  const draft = "draft_set_programme_budget";
  expect(await actsOn(admin, target)).toEqual([draft, "send_back_set_programme_budget", draft]);
  await withdraw({ approvalId: next.id }, maker, MAY_DAY);
  expect(await tryDraft({ ...plan, followsId: id }, maker)).toEqual({ ok: false, reason: "not_sent_back" });
});

test("a maker does not send their own draft back; nobody else withdraws it", async () => {
  const { maker, checker, id, target } = await sentBack();
  expect(await sendBack({ approvalId: id, note, authority: everything }, maker, MAY_DAY)).toEqual({
    ok: false,
    reason: "own_draft",
  });
  expect(await withdraw({ approvalId: id }, checker, MAY_DAY)).toEqual({ ok: false, reason: "not_yours" });
  for (let time = 0; time < 2; time += 1) expect((await withdraw({ approvalId: id }, maker, MAY_DAY)).ok).toBe(true);
  expect((await actsOn(admin, target)).at(-1)).toBe("withdraw_set_programme_budget");
});

test("a draft that nobody decided ends at its time, is shown as ended before the sweep, and stays ended", async () => {
  const { maker, id, back } = await sentBack();
  const later = new Date(MAY_DAY.getTime() + 14 * 24 * 60 * 60 * 1000);
  const reader = { staffId: maker.staffId, reads: everything, decides: everything };
  expect(await findApproval(id, reader, later)).toMatchObject({ state: "expired" });
  expect(await expireApprovals(later)).toBeGreaterThan(0);
  expect(await expireApprovals(later)).toBe(0);
  expect(await back()).toEqual({ ok: false, reason: "draft_expired" });
  expect(await withdraw({ approvalId: id }, maker, later)).toEqual({ ok: false, reason: "draft_expired" });
});
