import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { approve } from "@/lib/approvals/approve";
import { claimPoints } from "@/lib/claims/claim-points";
import { draftGoingLive } from "@/lib/going-live/draft-going-live";
import { executeGoingLive } from "@/lib/going-live/execute-going-live";
import { listGrants } from "@/lib/grants/queries";
import { postGrant } from "@/lib/ledger/post-grant";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { answerStay, findStay } from "@/lib/members/answer-stay";
import { sealField } from "@/lib/open-field";
import { draftProgrammeBudget } from "@/lib/programmes/draft-programme-budget";
import { executeSetProgrammeBudget } from "@/lib/programmes/execute-set-programme-budget";
import { listExchanges, listRewards } from "@/lib/rewards/queries";
import { newId } from "@/lib/shared/ids";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { sumUsage } from "@/lib/usage/queries";
import { everything } from "../../support/approval-fixtures";
import { adminSql, appSql } from "../../support/database";
import {
  AT,
  balanceOf,
  earn,
  issueCodeFor,
  makeMember,
  makeOffer,
  makeStaff,
  type TestStaff,
} from "../../support/fixtures";
import { beginTest, invite } from "../../support/invitation-fixtures";
import { approveUndo, askUndo, mergeMembers } from "../../support/merge-members";
import { playTest } from "../../support/test-run";

const admin = adminSql();
const app = appSql();
let staff: TestStaff;
let boss: TestStaff;
let played: Awaited<ReturnType<typeof playTest>>;
let twins: Awaited<ReturnType<typeof mergeTwins>>;

beforeAll(async () => {
  [staff, boss] = [await makeStaff(), await makeStaff()];
  played = await playTest(staff);
  twins = await mergeTwins();
  await beginTest(admin);
  await answerStay(played.stays.memberId, true);
  await answerStay(played.leaves.memberId, false);
});

/** One more membership of who stays, with points, and one of who leaves; a provider knows the latter. */
async function mergeTwins() {
  const [ofStays, ofLeaves] = [await makeMember(), await makeMember()];
  await earn(staff, ofStays.memberId, 40);
  await admin`update members set nickname_encrypted = ${sealField("双子")} where id = ${ofLeaves.memberId}`;
  await admin`insert into member_identities (id, member_id, issuer, subject_index, linked_at, last_used_at)
    values (${newId()}, ${ofLeaves.memberId}, 'https://login.example', ${SUBJECT}, ${AT}, ${AT})`;
  const mergeId = await mergeMembers(admin, { from: ofStays.memberId, into: played.stays.memberId }, staff, boss);
  await mergeMembers(admin, { from: ofLeaves.memberId, into: played.leaves.memberId }, staff, boss);
  return { ofStays, ofLeaves, mergeId };
}

const SUBJECT = Buffer.from("somebody at a provider");
const authority = { acts: undefined, staff: "everywhere" } as const;
const goLive = (approvalId: string, actor: TestStaff) =>
  approve({ approvalId, authority, execute: executeGoingLive }, actor, AT);

async function draft(): Promise<string> {
  const asked = await draftGoingLive("試験が終わったため", staff, AT);
  if (!asked.ok) throw new Error(asked.reason);
  return asked.value.id;
}
const accountOf = async (memberId: string) =>
  Number((await admin`select account_id from members where id = ${memberId}`)[0]?.account_id);

test("the database lets nobody go live past an approval of two persons", async () => {
  await expect(app`select go_live(${newId()}, ${staff.staffId}, 'x')`).rejects.toMatchObject({
    message: "not_approved",
  });
  const id = await draft();
  await expect(app`select go_live(${id}, ${staff.staffId}, 'x')`).rejects.toMatchObject({ message: "not_approved" });
  expect(await goLive(id, staff)).toMatchObject({ reason: "own_draft" });
});

test("a test whose clock was moved does not go live", async () => {
  const id = await draft();
  await admin`update city_clock set offset_seconds = 60`;
  expect(await draftGoingLive("もう一度", staff, AT)).toMatchObject({ reason: "clock_is_moved" });
  expect(await goLive(id, boss)).toMatchObject({ reason: "clock_is_moved" });
  await admin`update city_clock set offset_seconds = 0`;
});

test("the real run begins from zero with those who agreed, and the test's book stays as it was", async () => {
  const { stays, leaves, silent, exchange } = played;
  await invite(admin, staff.staffId);
  expect(await findStay(stays.memberId)).toBe(true);
  const before = await admin`select id, points, book_id from transfers order by id`;
  const earning = Promise.all(
    played.openTokens.map((token) => claimPoints({ token, memberId: stays.memberId, at: AT })),
  );
  expect(await goLive(await draft(), boss)).toMatchObject({ ok: true, value: { result: { staying: 1 } } });
  for (const earned of await earning)
    if (!earned.ok) expect(["book_archived", "revoked_code"]).toContain(earned.reason);

  expect(await admin`select kind, is_current, archived_at is not null as archived from books order by id`).toEqual([
    { kind: "closed_test", is_current: false, archived: true },
    { kind: "real", is_current: true, archived: false },
  ]);
  expect((await admin`select id, points, book_id from transfers order by id`).slice(0, before.length)).toEqual(before);
  expect((await verifyLedger(db)).faults).toEqual([]);
  expect(await balanceOf(await accountOf(stays.memberId))).toBe(0);
  expect(await balanceOf(stays.accountId)).toBeGreaterThan(0);
  for (const { memberId } of [leaves, silent]) {
    expect(
      await admin`select state, email_encrypted, email_index, nickname_encrypted from members where id = ${memberId}`,
    ).toEqual([{ state: "left", email_encrypted: null, email_index: null, nickname_encrypted: null }]);
  }
  const shut = await admin`select state from wallets where account_id in (${leaves.accountId}, ${silent.accountId})`;
  expect(shut.map(({ state }) => state)).toEqual(["left", "left"]);
  expect(
    await admin`select nickname_encrypted, email_index from members where id = ${twins.ofLeaves.memberId}`,
  ).toEqual([{ nickname_encrypted: null, email_index: null }]);
  expect(await admin`select from member_identities where subject_index = ${SUBJECT} or removed_at is null`).toEqual([]);
  expect(await findStay(stays.memberId)).toBeUndefined();
  expect(await answerStay(stays.memberId, false)).toMatchObject({ reason: "no_closed_test" });
  expect(await admin`select from codes where revoked_at is null`).toHaveLength(0);
  expect(await admin`select from test_invitations where used_at is null and revoked_at is null`).toHaveLength(0);
  expect(await admin`select from quotes where closed_at is null`).toHaveLength(0);
  expect((await listGrants({ scope: "everywhere" })).rows).toEqual([]);
  expect((await listExchanges(exchange.itemId)).rows).toEqual([]);
  expect((await listRewards({ scope: "everywhere" })).rows.map(({ exchanged }) => exchanged)).toEqual([0]);
  const year = { from: "2026-04-01", to: "2027-03-31" };
  expect(await sumUsage({ period: year, sections: "everywhere" })).toMatchObject({ payments: 0, points: 0 });
});

test("what was received in the test is received again in the real run, once its budget is approved anew", async () => {
  const { stays, offer } = played;
  const { token } = await issueCodeFor(staff, { activityId: offer.activityId });
  const claim = { token, memberId: stays.memberId, at: AT };
  expect(await claimPoints(claim)).toMatchObject({ ok: false });
  const wish = { programmeId: offer.programmeId, budget: 5_000, reason: "本運用の予算" };
  const asked = await draftProgrammeBudget(wish, staff, AT);
  if (!asked.ok) throw new Error(asked.reason);
  await approve({ approvalId: asked.value.id, authority: everything, execute: executeSetProgrammeBudget }, boss, AT);
  const received = await claimPoints(claim);
  expect(received).toMatchObject({ ok: true, value: { isRepeat: false } });
  expect(await claimPoints(claim)).toMatchObject({ ok: true, value: { isRepeat: true } });
  expect((await listGrants({ scope: "everywhere" })).rows).toHaveLength(1);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("a posting that had looked before going live, and a quote of before, hear that the test is over", async () => {
  const { stays, offer, unpaid, paid } = played;
  const stale = { eventKey: newId(), memberAccountId: stays.accountId, happenedAt: AT, actor: "system:test" };
  const grant = { programmeId: offer.programmeId, activityId: null, codeId: null, points: 5, expiresOn: "2099-03-31" };
  const refused = { ok: false, reason: "book_archived" };
  expect(await postGrant(db, { ...stale, ...grant })).toEqual(refused);
  expect(await confirmPayment({ quoteId: unpaid, memberId: played.leaves.memberId })).toEqual(refused);
  expect(await confirmPayment({ quoteId: paid, memberId: stays.memberId })).toMatchObject({
    value: { isRepeat: true },
  });
});

test("a merge of the test is undone in the real run: two memberships again, and no point moves", async () => {
  const undone = await approveUndo(await askUndo(twins.mergeId, staff), boss);
  expect(undone).toMatchObject({ ok: true, value: { result: { points: 0, spent: 0 } } });
  const account = await accountOf(twins.ofStays.memberId);
  expect(
    await admin`select w.state, w.balance, a.book_id from wallets w join accounts a on a.id = w.account_id
    where a.id = ${account}`,
  ).toEqual([{ state: "open", balance: 0, book_id: 2 }]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("it happens once, and nothing is written into the archived book or pointed back at it", async () => {
  const { stays } = played;
  expect(await draftGoingLive("もう一度", staff, AT)).toMatchObject({ reason: "not_a_closed_test" });
  const shop = await admin`select id from accounts where kind = 'shop' and book_id = 1 limit 1`;
  await expect(
    app`select post_spend(${newId()}, ${newId()}, ${stays.accountId}, ${shop[0]?.id}, 1, now(), 'system:test')`,
  ).rejects.toMatchObject({ message: "book_archived" });
  await expect(
    admin`update members set account_id = ${stays.accountId} where id = ${stays.memberId}`,
  ).rejects.toMatchObject({ code: "23514" });
  await expect(admin`update books set is_current = true, archived_at = null where id = 1`).rejects.toThrow("archived");
});

test("newcomers of the real run need no invitation, and open their accounts in its book", async () => {
  const { accountId } = await makeMember();
  expect(await admin`select book_id from accounts where id = ${accountId}`).toEqual([{ book_id: 2 }]);
  expect((await makeOffer(staff)).token).toHaveLength(22);
});
