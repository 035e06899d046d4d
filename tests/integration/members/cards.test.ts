import { expect, test } from "vitest";
import { db } from "@/db/client";
import { insertCard } from "@/lib/members/insert-card";
import { issueCard } from "@/lib/members/issue-card";
import { reissueCard } from "@/lib/members/reissue-card";
import { revokeCard } from "@/lib/members/revoke-card";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { makeMember, makeStaff, type TestStaff } from "../../support/fixtures";
import { actsOn, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "紛失の届け出";

async function makeCard(staff: TestStaff) {
  const { memberId } = await makeMember();
  const answer = await issueCard(memberId, staff, MAY_DAY);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const liveCards = async (memberId: string) =>
  (await admin`select 1 from member_cards where member_id = ${memberId} and revoked_at is null`).length;

test("ten simultaneous issues for one member make one card and one line in the audit, and all ten get it", async () => {
  const staff = await makeStaff();
  const { memberId } = await makeMember();
  const answers = await Promise.all(Array.from({ length: 10 }, () => issueCard(memberId, staff, MAY_DAY)));
  expect(new Set(answers.map((answer) => answer.ok && answer.value.cardId)).size).toBe(1);
  expect(await liveCards(memberId)).toBe(1);
  expect(await actsOn(admin, memberId)).toEqual(["issue_card"]);
});

test("of two simultaneous reissues one makes a card, and the member has one live card", async () => {
  const staff = await makeStaff();
  const { cardId, memberId } = await makeCard(staff);
  const answers = await Promise.all([1, 2].map(() => reissueCard({ cardId, reason }, staff, MAY_DAY)));
  expect(answers.map((answer) => (answer.ok ? "made" : answer.reason)).sort()).toEqual(["made", "not_live"]);
  expect(await liveCards(memberId)).toBe(1);
  expect(await actsOn(admin, memberId)).toEqual(["issue_card", "reissue_card", "reissue_card denied: not_live"]);
});

test("a card is revoked once, with its reason; again changes nothing", async () => {
  const staff = await makeStaff();
  const { cardId, memberId } = await makeCard(staff);
  for (const why of [reason, "二度目"])
    expect(await revokeCard({ cardId, reason: why }, staff, MAY_DAY)).toMatchObject({ ok: true });
  const [row] = await admin`select revoke_reason, revoked_by from member_cards where id = ${cardId}`;
  expect(row).toEqual({ revoke_reason: reason, revoked_by: staff.staffId });
  expect(await actsOn(admin, memberId)).toEqual(["issue_card", "revoke_card"]);
});

test("after a revocation another card can be issued", async () => {
  const staff = await makeStaff();
  const { cardId, memberId } = await makeCard(staff);
  await revokeCard({ cardId, reason }, staff, MAY_DAY);
  const next = await issueCard(memberId, staff, MAY_DAY);
  expect(next).toMatchObject({ ok: true, value: { isRepeat: false } });
});

test("what does not exist has no card, and the try is on record", async () => {
  const staff = await makeStaff();
  const [memberId, cardId] = [newId(), newId()];
  expect(await issueCard(memberId, staff, MAY_DAY)).toEqual({ ok: false, reason: "unknown_member" });
  expect(await revokeCard({ cardId, reason }, staff, MAY_DAY)).toEqual({ ok: false, reason: "unknown_card" });
  expect(await reissueCard({ cardId, reason }, staff, MAY_DAY)).toEqual({ ok: false, reason: "unknown_card" });
  expect(await actsOn(admin, memberId)).toEqual(["issue_card denied: unknown_member"]);
  expect(await actsOn(admin, cardId)).toEqual([
    "revoke_card denied: unknown_card",
    "reissue_card denied: unknown_card",
  ]);
});

test("staff do nothing to their own card, by the link they made or by their address", async () => {
  const [staff, colleague] = [await makeStaff(), await makeStaff()];
  const { cardId, memberId } = await makeCard(colleague);
  await linkOwn(admin, staff.staffId, memberId);
  const refused = { ok: false, reason: "own_wallet" };
  expect(await issueCard(memberId, staff, MAY_DAY)).toEqual(refused);
  expect(await reissueCard({ cardId, reason }, staff, MAY_DAY)).toEqual(refused);
  expect(await revokeCard({ cardId, reason }, staff, MAY_DAY)).toEqual(refused);
  const { memberId: twin } = await makeMember();
  await admin`update staff set email_index = (select email_index from members where id = ${twin}) where id = ${staff.staffId}`;
  expect(await issueCard(twin, staff, MAY_DAY)).toEqual(refused);
});

test("the database itself refuses a card for one's own wallet and a void card that is to live again", async () => {
  const staff = await makeStaff();
  const { memberId } = await makeMember();
  await linkOwn(admin, staff.staffId, memberId);
  const own = db.transaction((tx) => insertCard(tx, { memberId, issuedBy: staff.staffId }, MAY_DAY));
  await expect(own).rejects.toMatchObject({ cause: { code: "KP003", message: "own_wallet" } });
  const { cardId } = await makeCard(staff);
  await revokeCard({ cardId, reason }, staff, MAY_DAY);
  const revival = admin`update member_cards set revoked_at = null, revoked_by = null, revoke_reason = null where id = ${cardId}`;
  await expect(revival).rejects.toMatchObject({ message: "card_is_void" });
});
