import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { memberSessions } from "@/db/schema";
import { claimPoints } from "@/lib/claims/claim-points";
import { sweepLeavers } from "@/lib/jobs/sweep-leavers";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { admitMember } from "@/lib/members/admit-member";
import { askToLeave } from "@/lib/members/ask-to-leave";
import { issueCard } from "@/lib/members/issue-card";
import { leaveForGood } from "@/lib/members/leave-for-good";
import { findMaskedMember } from "@/lib/members/queries";
import { stay } from "@/lib/members/stay";
import { newId } from "@/lib/shared/ids";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { quotePayment } from "@/lib/spending/quote-payment";
import { adminSql } from "../../support/database";
import {
  AT,
  balanceOf,
  earn,
  makeMember,
  makeOffer,
  makeStaff,
  makeTill,
  type TestStaff,
} from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

const DAY = 24 * 60 * 60 * 1000;
/** When the 30 days of a withdrawal that is asked for at `AT` are over: long ago on the database's own clock. */
const OVER = new Date(AT.getTime() + 30 * DAY);

async function leaver(points = 300) {
  const member = await makeMember();
  if (points > 0) await earn(staff, member.memberId, points);
  const asked = await askToLeave(member.memberId, AT);
  if (!asked.ok) throw new Error(asked.reason);
  return { ...member, leavesAt: asked.value.leavesAt };
}
const stateOf = async (memberId: string) =>
  (await admin<{ state: string }[]>`select state from members where id = ${memberId}`)[0]?.state;
const eventsOf = async (memberId: string) =>
  (await admin<{ kind: string }[]>`select kind from member_events where member_id = ${memberId} order by id`).map(
    ({ kind }) => kind,
  );

test("a withdrawal is asked for once, and its day stays the first one", async () => {
  const { memberId, leavesAt } = await leaver();
  expect(leavesAt).toEqual(OVER);
  expect(await askToLeave(memberId, new Date(AT.getTime() + DAY))).toEqual({ ok: true, value: { leavesAt: OVER } });
  expect(await eventsOf(memberId)).toEqual(["consented", "asked_to_leave"]);
});

test("until its moment it is undone in one step, and nothing is lost", async () => {
  const { memberId, accountId } = await leaver();
  const last = new Date(OVER.getTime() - 1);
  expect(await stay(memberId, last)).toEqual({ ok: true, value: { isRepeat: false } });
  expect(await stay(memberId, last)).toEqual({ ok: true, value: { isRepeat: true } });
  expect(await stateOf(memberId)).toBe("active");
  expect(await balanceOf(accountId)).toBe(300);
  expect(await eventsOf(memberId)).toEqual(["consented", "asked_to_leave", "stayed"]);
  expect(await leaveForGood(memberId, OVER)).toBe(false);
});

test("meanwhile nothing is earned or spent, in the ledger itself, and at once again after the undoing", async () => {
  const { memberId, accountId } = await leaver();
  const { token } = await makeOffer(staff);
  const till = await makeTill(staff);
  expect(await claimPoints({ token, memberId, at: AT })).toEqual({ ok: false, reason: "member_leaving" });
  const wish = { token: till.token, memberId, points: 10 };
  expect(await quotePayment(wish)).toEqual({ ok: false, reason: "member_leaving" });
  await stay(memberId, AT);
  expect(await claimPoints({ token, memberId, at: AT })).toMatchObject({ ok: true });
  expect(await balanceOf(accountId)).toBe(400);
});

test("from its moment on it cannot be undone, whether or not the sweep has come by", async () => {
  const { memberId } = await leaver(0);
  expect(await stay(memberId, OVER)).toEqual({ ok: false, reason: "too_late" });
});

test("before its time nothing is swept, in the database neither", async () => {
  const { memberId } = await makeMember();
  const now = new Date();
  await askToLeave(memberId, now);
  await sweepLeavers(new Date(now.getTime() + 30 * DAY - 1));
  expect(await stateOf(memberId)).toBe("leaving");
  await expect(db.$client`select forget_member(${memberId}::uuid)`).rejects.toThrow("not_leaving");
});

test("points end in a transfer of their own, and the database forgets nobody who has some", async () => {
  const { memberId, accountId } = await leaver();
  await expect(db.$client`select forget_member(${memberId}::uuid)`).rejects.toThrow("points_left");
  await sweepLeavers(OVER);
  expect(await stateOf(memberId)).toBe("left");
  expect(await balanceOf(accountId)).toBe(0);
  const ended =
    await admin`select points, actor from transfers where kind = 'forfeit' and from_account_id = ${accountId}`;
  expect(ended).toEqual([{ points: 300, actor: "system:withdrawal" }]);
});

test("two sweeps at once end the points once, and each withdrawal is on record once", async () => {
  const { memberId, accountId } = await leaver();
  await Promise.all([sweepLeavers(OVER), sweepLeavers(OVER), leaveForGood(memberId, OVER)]);
  expect(await admin`select 1 from transfers where kind = 'forfeit' and from_account_id = ${accountId}`).toHaveLength(
    1,
  );
  expect((await eventsOf(memberId)).filter((kind) => kind === "left")).toHaveLength(1);
});

test("of an undoing and a sweep at one moment exactly one holds", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { memberId, accountId } = await leaver(100);
    const before = new Date(OVER.getTime() - 1);
    const [stayed, left] = await Promise.all([stay(memberId, before), leaveForGood(memberId, OVER)]);
    expect(stayed.ok).toBe(!left);
    expect(await stateOf(memberId)).toBe(left ? "left" : "active");
    expect(await balanceOf(accountId)).toBe(left ? 0 : 100);
  }
});

test("nothing of the person is left: no field, no way in, no session, and staff see a number", async () => {
  const person = await admitPerson(staff, {
    familyKana: "タイカイ",
    email: "leaver@example.jp",
    phone: "03-1234-5678",
  });
  const { memberId } = person;
  await issueCard(memberId, staff, AT);
  await db.insert(memberSessions).values({ tokenHash: hashSecret(newId()), memberId, createdAt: AT, expiresAt: OVER });
  const [before] = await admin`select * from members where id = ${memberId}`;
  await askToLeave(memberId, AT);
  await sweepLeavers(OVER);
  const [after] = await admin`select * from members where id = ${memberId}`;
  const kept = Object.keys(after ?? {})
    .filter((name) => after?.[name] !== null)
    .sort();
  expect(kept).toEqual(["account_id", "admitted_by", "id", "joined_at", "left_at", "number", "registered_at", "state"]);
  expect(await admin`select 1 from member_sessions where member_id = ${memberId}`).toHaveLength(0);
  expect(await admin`select 1 from member_cards where member_id = ${memberId} and revoked_at is null`).toHaveLength(0);
  expect(await findMaskedMember(memberId)).toMatchObject({
    maskedName: null,
    hasCard: false,
    leftAt: expect.any(Date),
  });
  expect(await issueCard(memberId, staff, OVER)).toMatchObject({ ok: false, reason: "unknown_member" });
  await expectNowhere([before?.email_encrypted, before?.email_index, before?.full_kana_index, before?.born_on_index]);
});

/** None of these bytes stands in any table of the book. */
async function expectNowhere(secrets: Buffer[]): Promise<void> {
  const tables = await admin<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
  for (const { name } of tables) {
    const rows = JSON.stringify(await admin.unsafe(`select t::text from "${name}" t`));
    for (const secret of secrets) expect(rows, name).not.toContain(Buffer.from(secret).toString("hex"));
  }
}

test("who comes back with the same address is somebody new, and the ledger is whole", async () => {
  const email = { emailIndex: hashSecret(newId()), emailEncrypted: hashSecret(newId()) };
  const join = () => db.transaction((tx) => admitMember(tx, email, AT));
  const memberId = await join();
  await askToLeave(memberId, AT);
  await sweepLeavers(OVER);
  expect(await join()).not.toBe(memberId);
  expect((await verifyLedger(db)).faults).toEqual([]);
});
