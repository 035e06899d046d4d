import { expect, test } from "vitest";
import { db } from "@/db/client";
import { listHistory } from "@/lib/history/queries";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { issueCard } from "@/lib/members/issue-card";
import { sealField } from "@/lib/open-field";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { addTown, balanceOf, grantPoints, payPoints } from "../../support/ledger-fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { approveMerge, approveUndo, askMerge, askUndo, mergeMembers, numberOf } from "../../support/merge-members";
import { actsOn, addMember, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

/** Somebody of the counter with a card and no address, and the account they made by e-mail, with 100 points. */
async function onePersonTwice() {
  const town = await addTown(admin);
  const { memberId: into } = await admitPerson(town.actor, { familyKana: "コマエ", isConfirmed: "yes" });
  const [account] = await admin`select account_id as id from members where id = ${into}`;
  await grantPoints(town, 100);
  await issueCard(town.memberId, town.actor, MAY_DAY);
  return { ...town, from: town.memberId, into, intoAccount: Number(account?.id) };
}

const stateOf = async (memberId: string) =>
  (
    await admin`select m.state, w.state as wallet, email_index is not null as "hasEmail" from members m
    join wallets w on w.account_id = m.account_id where m.id = ${memberId}`
  )[0];
const eventsOf = async (memberId: string) =>
  (await admin`select kind from member_events where member_id = ${memberId} and kind like '%merged' order by id`).map(
    ({ kind }) => kind,
  );

test("two memberships of one person become one: points, address and card, with a line in both logs", async () => {
  const pair = await onePersonTwice();
  await admin`insert into member_sessions (token_hash, member_id, created_at, expires_at)
    values (${Buffer.from(newId())}, ${pair.from}, now(), now() + interval '1 day')`;
  await mergeMembers(admin, pair, pair.actor, pair.checker);
  expect([await balanceOf(admin, pair.accountId), await balanceOf(admin, pair.intoAccount)]).toEqual([0, 100]);
  expect(await stateOf(pair.from)).toEqual({ state: "merged", wallet: "merged", hasEmail: false });
  expect(await stateOf(pair.into)).toEqual({ state: "active", wallet: "open", hasEmail: true });
  expect(await admin`select 1 from member_sessions where member_id = ${pair.from}`).toHaveLength(0);
  expect(await admin`select 1 from member_cards where member_id = ${pair.from} and revoked_at is null`).toHaveLength(0);
  expect([await eventsOf(pair.from), await eventsOf(pair.into)]).toEqual([["merged"], ["merged"]]);
  expect(await actsOn(admin, pair.from)).toEqual(["issue_card", "draft_merge_members", "approve_merge_members"]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("the history of both is there afterwards, each entry of the other marked with its number", async () => {
  const pair = await onePersonTwice();
  await grantPoints({ ...pair, accountId: pair.intoAccount, memberId: pair.into }, 7);
  await mergeMembers(admin, pair, pair.actor, pair.checker);
  const { entries } = await listHistory(pair.intoAccount);
  const number = await numberOf(admin, pair.from);
  expect(entries.map(({ kind, change, mergedNumber }) => [kind, change, mergedNumber])).toEqual([
    ["merge_in", 100, null],
    ["merge_out", -100, number],
    ["grant", 7, null],
    ["grant", 100, number],
  ]);
});

test("an undoing gives back what is left and the address, and says what stays spent", async () => {
  const pair = await onePersonTwice();
  const mergeId = await mergeMembers(admin, pair, pair.actor, pair.checker);
  await payPoints(admin, { ...pair, accountId: pair.intoAccount, memberId: pair.into }, 30);
  const undone = await approveUndo(await askUndo(mergeId, pair.actor), pair.checker);
  expect(undone).toMatchObject({ ok: true, value: { result: { points: 70, spent: 30 } } });
  expect(await stateOf(pair.from)).toEqual({ state: "active", wallet: "open", hasEmail: true });
  expect(await stateOf(pair.into)).toEqual({ state: "active", wallet: "open", hasEmail: false });
  expect(await eventsOf(pair.into)).toEqual(["merged", "unmerged"]);
  expect(await askUndo(mergeId, pair.actor)).toBe("unknown_merge");
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("what an undoing does not bring back is asked for with it: the void card and who acted", async () => {
  const pair = await onePersonTwice();
  const { memberId: agent } = await addMember(admin);
  await admin`insert into proxies (id, principal_id, agent_id, relation, scopes, consent, ends_on, created_at, created_by)
    values (${newId()}, ${pair.from}, ${agent}, 'proxy', '{view}', 'in_person', '2099-03-31', now(), ${pair.actor.staffId})`;
  const mergeId = await mergeMembers(admin, pair, pair.actor, pair.checker);
  const [draft] = await admin`select effect from approvals where id = ${await askUndo(mergeId, pair.actor)}`;
  expect(draft?.effect.lines.slice(-2)).toEqual([
    { label: "cardsStayVoid", before: "1", after: "1" },
    { label: "proxiesStayEnded", before: "1", after: "1" },
  ]);
});

test("an undoing that would leave either without a way in is refused in words, and nothing is changed", async () => {
  const pair = await onePersonTwice();
  const mergeId = await mergeMembers(admin, pair, pair.actor, pair.checker);
  await admin`update members set email_index = null, email_encrypted = null where id = ${pair.into}`;
  const undone = await approveUndo(await askUndo(mergeId, pair.actor), pair.checker);
  expect(undone).toEqual({ ok: false, reason: "last_way_in" });
  expect([await balanceOf(admin, pair.accountId), await balanceOf(admin, pair.intoAccount)]).toEqual([0, 100]);
  expect(await stateOf(pair.from)).toMatchObject({ state: "merged", wallet: "merged" });
});

test("of two merges at once that meet in one membership, the second follows it or hears why", async () => {
  const pair = await onePersonTwice();
  const third = await addMember(admin);
  const first = await askMerge(admin, pair, pair.actor);
  const other = await askMerge(admin, { from: pair.into, into: third.memberId }, pair.actor);
  const answers = await Promise.all([approveMerge(first, pair.checker), approveMerge(other, pair.checker)]);
  const reasons = answers.map((answer) => (answer.ok ? "merged" : answer.reason)).sort();
  expect(reasons).toBeOneOf([
    ["member_merged", "merged"],
    ["merged", "merged"],
  ]);
  const balances = await Promise.all(
    [pair.accountId, pair.intoAccount, third.accountId].map((id) => balanceOf(admin, id)),
  );
  expect(balances.reduce((sum, points) => sum + points)).toBe(100);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("of a merge and a payment on the wallet that ends each point goes one way", async () => {
  const pair = await onePersonTwice();
  const approvalId = await askMerge(admin, pair, pair.actor);
  const [merged, paid] = await Promise.all([
    approveMerge(approvalId, pair.checker),
    payPoints(admin, pair, 60).catch((thrown: Error) => thrown.message),
  ]);
  expect(merged.ok).toBe(true);
  const left = await balanceOf(admin, pair.intoAccount);
  expect([left, ["insufficient_points", "member_merged"].includes(paid)]).toBeOneOf([
    [100, true],
    [40, false],
  ]);
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("nobody merges or undoes with a wallet of their own, neither as maker nor as checker, on neither side", async () => {
  const pair = await onePersonTwice();
  const approvalId = await askMerge(admin, pair, pair.actor);
  await linkOwn(admin, pair.checker.staffId, pair.into);
  expect(await approveMerge(approvalId, pair.checker)).toEqual({ ok: false, reason: "own_wallet" });
  const own = await onePersonTwice();
  await linkOwn(admin, own.actor.staffId, own.into);
  expect(await askMerge(admin, own, own.actor)).toBe("own_wallet");
});

test.each(["suspended", "leaving", "merged"])("a membership that is %s is not merged", async (how) => {
  const pair = await onePersonTwice();
  if (how === "suspended")
    await admin`insert into member_suspensions (id, member_id, reason_encrypted, reply_by, started_at, started_by)
      values (${newId()}, ${pair.into}, ${sealField("確認中")}, '2026-05-15', now(), ${pair.actor.staffId})`;
  if (how === "leaving") await admin`update members set state = 'leaving', leaves_at = now() where id = ${pair.into}`;
  if (how === "merged") {
    const third = await addMember(admin);
    await mergeMembers(admin, { from: pair.into, into: third.memberId }, pair.actor, pair.checker);
  }
  expect(await askMerge(admin, pair, pair.actor)).toBe(`member_${how}`);
});

test("the database merges nobody without an approved draft of that kind", async () => {
  const pair = await onePersonTwice();
  const approvalId = await askMerge(admin, pair, pair.actor);
  const merging = admin.begin(async (sql) => {
    const [account] = await sql`select open_account('merge', ${approvalId}) as id`;
    await sql`insert into member_merges (id, from_member_id, into_member_id, account_id, points, moved, merged_at, approval_id)
      values (${approvalId}, ${pair.from}, ${pair.into}, ${account?.id}, 0, '{}', now(), ${approvalId})`;
  });
  await expect(merging).rejects.toThrow("not_approved");
});

test("what a merge tells of an address goes with its person, and nothing else of it, whoever its maker has become", async () => {
  const pair = await onePersonTwice();
  const mergeId = await mergeMembers(admin, pair, pair.actor, pair.checker);
  const row = async () => (await admin`select * from member_merges where id = ${mergeId}`)[0];
  const before = await row();
  expect(before?.moved.emailMark).toEqual(expect.any(String));
  await linkOwn(admin, pair.actor.staffId, pair.into);
  await payPoints(admin, { ...pair, accountId: pair.intoAccount, memberId: pair.into }, 100);
  await admin`update members set state = 'leaving', leaves_at = city_now() where id = ${pair.into}`;
  await admin`select forget_member(${pair.into})`;
  expect(await row()).toEqual({ ...before, moved: { ...before?.moved, emailMark: null } });
});
