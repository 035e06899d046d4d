import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { signInMember } from "@/lib/auth/sign-in-member";
import { startSession } from "@/lib/auth/start-session";
import { linkIdentity } from "@/lib/members/link-identity";
import { getWaysIn } from "@/lib/members/ways-in";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { addTown } from "../../support/ledger-fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { approveUndo, askUndo, mergeMembers } from "../../support/merge-members";
import { account, byAccount, byMail, sessionIn } from "../../support/phones";
import { askCode, from, memberEmail, newAddress } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

test("an undone merge ends what the ways in that go back had opened meanwhile, and they open the membership that is theirs", async () => {
  const town = await addTown(admin);
  const { memberId: into } = await admitPerson(town.actor, { familyKana: "コマエ", isConfirmed: "yes" });
  const identity = account();
  await linkIdentity({ memberId: town.memberId, ...identity, provider: "portal" }, AT);
  const mergeId = await mergeMembers(admin, { from: town.memberId, into }, town.actor, town.checker);
  const phone = await byAccount(identity);
  expect(await sessionIn(phone)).toMatchObject({ memberId: into });
  await approveUndo(await askUndo(mergeId, town.actor), town.checker);
  expect(await sessionIn(phone)).toBeUndefined();
  expect(await sessionIn(await byAccount(identity))).toMatchObject({ memberId: town.memberId });
});

/** Two people with an address each, taken for one. */
async function twoAddresses() {
  const town = await addTown(admin);
  const [mine, theirs] = [await memberEmail(AT), await memberEmail(AT)];
  const from = (await sessionIn(await byMail(mine)))?.memberId ?? "";
  const into = (await sessionIn(await byMail(theirs)))?.memberId ?? "";
  const mergeId = await mergeMembers(admin, { from, into }, town.actor, town.checker);
  const undo = async () => approveUndo(await askUndo(mergeId, town.actor), town.checker);
  return { ...town, mine, theirs, from, into, mergeId, undo };
}

const labelled = async (draftId: string, label: string) => {
  const [draft] = await admin`select effect from approvals where id = ${draftId}`;
  return draft?.effect.lines.find((line: { label: string }) => line.label === label);
};

test("an address that a merge leaves behind opens neither membership, and is the merged one's again after its undoing", async () => {
  const { mine, theirs, from, into, mergeId, undo } = await twoAddresses();
  expect(await labelled(mergeId, "movedAddress")).toMatchObject({ after: "0" });
  expect(await labelled(mergeId, "endedAddress")).toMatchObject({ after: "1" });
  expect(await sessionIn(await byMail(theirs))).toMatchObject({ memberId: into });
  expect(await undo()).toMatchObject({ ok: true });
  expect(await sessionIn(await byMail(mine))).toMatchObject({ memberId: from });
  expect(await sessionIn(await byMail(theirs))).toMatchObject({ memberId: into });
});

test("whoever proves an address that a merge left behind is a new member, and keeps it when the merge is undone, which says so", async () => {
  const { actor, checker, mine, from, into, mergeId } = await twoAddresses();
  const stranger = (await sessionIn(await byMail(mine)))?.memberId;
  expect([from, into]).not.toContain(stranger);
  await admin`update members set admitted_by = ${actor.staffId} where id = ${from}`;
  const undoId = await askUndo(mergeId, actor);
  expect(await labelled(undoId, "addressTaken")).toMatchObject({ after: "1" });
  expect(await approveUndo(undoId, checker)).toMatchObject({ ok: true });
  expect(await sessionIn(await byMail(mine))).toMatchObject({ memberId: stranger });
  expect((await getWaysIn(from)).email).toBeNull();
  const [said] = await admin`select actor from member_events where member_id = ${from} and kind = 'removed_email'`;
  expect(said).toEqual({ actor: `staff:${checker.staffId}` });
});

test("a member without another way in is not left without one where their address is somebody else's by now", async () => {
  const { mine, undo } = await twoAddresses();
  await byMail(mine);
  expect(await undo()).toEqual({ ok: false, reason: "last_way_in" });
});

test("an undone merge ends every session of who stays, whatever opened it, in a chain of merges too", async () => {
  const { actor, checker, theirs, into } = await twoAddresses();
  const last = await memberEmail(AT);
  const end = (await sessionIn(await byMail(last)))?.memberId ?? "";
  const second = await mergeMembers(admin, { from: into, into: end }, actor, checker);
  const [phone, old] = [await byMail(last), useBrowser()];
  await startSession({ memberId: end }, AT);
  const unknown = await byMail(theirs);
  expect(await sessionIn(unknown)).not.toMatchObject({ memberId: end });
  const undone = await approveUndo(await askUndo(second, actor), checker);
  expect(undone).toEqual({ ok: false, reason: "last_way_in" });
  await admin`update members set admitted_by = ${actor.staffId} where id = ${into}`;
  expect(await approveUndo(await askUndo(second, actor), checker)).toMatchObject({ ok: true });
  expect([await sessionIn(phone), await sessionIn(old)]).toEqual([undefined, undefined]);
});

test("of twenty sign-ins by ways in that an undone merge gives back at the same moment none stays with who was merged into", async () => {
  const town = await addTown(admin);
  const { memberId: into } = await admitPerson(town.actor, { familyKana: "コマエ", isConfirmed: "yes" });
  const email = await memberEmail(AT);
  const identity = account();
  const memberId = (await sessionIn(await byMail(email)))?.memberId ?? "";
  await linkIdentity({ memberId, ...identity, provider: "portal" }, AT);
  const mergeId = await mergeMembers(admin, { from: memberId, into }, town.actor, town.checker);
  const undoId = await askUndo(mergeId, town.actor);
  const asked: Awaited<ReturnType<typeof askCode>>[] = [];
  for (let each = 0; each < 20; each += 1) {
    useBrowser();
    asked.push(await askCode({ email, at: AT, address: newAddress() }));
  }
  const signIn = (typed: (typeof asked)[number], each: number) =>
    each % 2 ? byAccount(identity) : signInMember(typed, from(), AT);
  const [, undone] = await Promise.all([
    Promise.all(asked.slice(0, 10).map(signIn)),
    approveUndo(undoId, town.checker),
    Promise.all(asked.slice(10).map(signIn)),
  ]);
  expect(undone).toMatchObject({ ok: true });
  expect(await admin`select 1 from member_sessions where member_id = ${into}`).toHaveLength(0);
  expect(await sessionIn(await byMail(email))).toMatchObject({ memberId });
});
