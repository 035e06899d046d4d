import { expect, test } from "vitest";
import { approve } from "@/lib/approvals/approve";
import type { StaffActor } from "@/lib/audit/record-act";
import { correctGrant } from "@/lib/grants/correct-grant";
import { correctPayment } from "@/lib/grants/correct-payment";
import { executeCorrectGrant, executeCorrectPayment } from "@/lib/grants/execute-correction";
import type { CorrectionInput } from "@/lib/grants/input";
import { everything } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { addTown, balanceOf, grantPoints, payPoints, type Town } from "../../support/ledger-fixtures";
import { actsOn, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "二重に付与したため";
/** One more than the city's limit, settings.approval_correction_points. */
const MUCH = 1001;

async function askedGrant(town: Town, transferId: string, points = MUCH): Promise<string> {
  const answer = await correctGrant({ transferId, points, reason }, town.actor, MAY_DAY);
  if (!answer.ok || !answer.value.draft) throw new Error("the correction was not drafted");
  return answer.value.draft.id;
}
const approveAs = (checker: StaffActor, approvalId: string, execute = executeCorrectGrant) =>
  approve({ approvalId, authority: everything, execute }, checker, MAY_DAY);

test("a correction up to the limit is done at once, one above it only when a second person approves", async () => {
  const town = await addTown(admin);
  const [much, little] = [await grantPoints(town, MUCH), await grantPoints(town, MUCH - 1)];
  const small = await correctGrant({ transferId: little, points: MUCH - 1, reason }, town.actor, MAY_DAY);
  expect(small).toMatchObject({ ok: true, value: { points: MUCH - 1, isRepeat: false } });
  const id = await askedGrant(town, much);
  expect(await balanceOf(admin, town.accountId)).toBe(MUCH);
  expect(await approveAs(town.actor, id)).toEqual({ ok: false, reason: "own_draft" });
  expect(await approveAs(town.checker, id)).toMatchObject({ ok: true, value: { result: { points: MUCH } } });
  expect(await balanceOf(admin, town.accountId)).toBe(0);
  const denied = "approve_correct_grant denied: own_draft";
  expect(await actsOn(admin, much)).toEqual(["draft_correct_grant", denied, "approve_correct_grant"]);
  const again: CorrectionInput = { transferId: much, points: MUCH, reason };
  expect(await correctGrant(again, town.actor, MAY_DAY)).toMatchObject({ ok: true, value: { isRepeat: true } });
});

test("the draft of a correction shows the entry, the member's balance before and after, and whose it is", async () => {
  const town = await addTown(admin);
  const id = await askedGrant(town, await grantPoints(town, MUCH));
  const [draft] = await admin`select effect, member_id, section_id from approvals where id = ${id}`;
  expect(draft).toMatchObject({ member_id: town.memberId, section_id: town.actor.sectionId });
  expect(draft?.effect).toMatchObject({ people: 1, points: -MUCH });
  expect(draft?.effect.lines).toContainEqual({ label: "balance", before: String(MUCH), after: "0" });
});

test("a grant that was spent between draft and approval is not taken back, and the draft waits", async () => {
  const town = await addTown(admin);
  const id = await askedGrant(town, await grantPoints(town, MUCH));
  await payPoints(admin, town, 1);
  expect(await approveAs(town.checker, id)).toEqual({ ok: false, reason: "grant_already_spent" });
  expect(await balanceOf(admin, town.accountId)).toBe(MUCH - 1);
  expect(await admin`select state from approvals where id = ${id}`).toEqual([{ state: "pending" }]);
});

test("twenty approvers at once take a grant back once", async () => {
  const town = await addTown(admin);
  const id = await askedGrant(town, await grantPoints(town, MUCH));
  const answers = await Promise.all(Array.from({ length: 20 }, () => approveAs(town.checker, id)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await balanceOf(admin, town.accountId)).toBe(0);
  expect(
    await admin`select 1 from transfers where kind = 'grant_reversal' and actor = ${`staff:${town.checker.staffId}`}`,
  ).toHaveLength(1);
});

test("a refund above the limit gives its points back when a second person approves, once", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 2000);
  const transferId = await payPoints(admin, town, 1500);
  const asked = await correctPayment({ transferId, points: MUCH, reason }, town.actor, MAY_DAY);
  const id = (asked.ok && asked.value.draft?.id) || "";
  expect(await balanceOf(admin, town.accountId)).toBe(500);
  expect((await approveAs(town.checker, id, executeCorrectPayment)).ok).toBe(true);
  expect(await balanceOf(admin, town.accountId)).toBe(500 + MUCH);
});

test("a smaller correction that was quicker leaves nothing for an approved one", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 2000);
  const transferId = await payPoints(admin, town, 1500);
  const asked = await correctPayment({ transferId, points: MUCH, reason }, town.actor, MAY_DAY);
  const id = (asked.ok && asked.value.draft?.id) || "";
  expect((await correctPayment({ transferId, points: 100, reason }, town.checker, MAY_DAY)).ok).toBe(true);
  expect(await approveAs(town.checker, id, executeCorrectPayment)).toEqual({ ok: false, reason: "already_reversed" });
  expect(await balanceOf(admin, town.accountId)).toBe(600);
});

test("nobody corrects or approves what is in their own wallet, below the limit or above it", async () => {
  const town = await addTown(admin);
  const [much, little] = [await grantPoints(town, MUCH), await grantPoints(town, 100)];
  const id = await askedGrant(town, much);
  await linkOwn(admin, town.checker.staffId, town.memberId);
  const refused = { ok: false, reason: "own_wallet" };
  const byOwner = (transferId: string, points: number) =>
    correctGrant({ transferId, points, reason }, { ...town.checker, scope: "everywhere" }, MAY_DAY);
  expect(await byOwner(little, 100)).toEqual(refused);
  expect(await approveAs(town.checker, id)).toEqual(refused);
  expect(await balanceOf(admin, town.accountId)).toBe(MUCH + 100);
  await admin`update approvals set state = 'withdrawn', ended_at = now() where id = ${id}`;
  expect(await byOwner(much, MUCH)).toEqual(refused);
});
