import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { addEmail } from "@/lib/auth/add-email";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { signInMember } from "@/lib/auth/sign-in-member";
import { signInMemberByPasskey } from "@/lib/auth/sign-in-member-by-passkey";
import { startSession } from "@/lib/auth/start-session";
import { admitIdentity } from "@/lib/members/admit-identity";
import { linkIdentity } from "@/lib/members/link-identity";
import { removeWayIn } from "@/lib/members/remove-way-in";
import { getWaysIn } from "@/lib/members/ways-in";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { addTown } from "../../support/ledger-fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { answerMemberSignIn, giveMemberPasskey } from "../../support/member-passkeys";
import { approveUndo, askUndo, mergeMembers } from "../../support/merge-members";
import { askCode, from, memberEmail, newAddress, newEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

const sessionIn = (browser: ReturnType<typeof useBrowser>) => findSession(browser.get(MEMBER_COOKIE) ?? "", AT);

async function byMail(email: string) {
  const browser = useBrowser();
  const signedIn = await signInMember(await askCode({ email, at: AT }), from(), AT);
  if (!signedIn.ok) throw new Error(signedIn.reason);
  return browser;
}

const account = () => ({ issuer: "https://portal.example", subjectIndex: randomBytes(32) });

async function byAccount(identity: ReturnType<typeof account>) {
  const browser = useBrowser();
  await db.transaction(async (tx) => {
    const admitted = await admitIdentity(tx, identity, AT);
    if (!admitted.ok) throw new Error(admitted.reason);
    const { memberId, identityId } = admitted.value;
    await startSession({ memberId, openedBy: { identityId, sid: undefined, isProven: true } }, AT, tx);
  });
  return browser;
}

/** One person on three phones, each signed in by another way. */
async function onThreePhones() {
  const email = await memberEmail(AT);
  const mail = await byMail(email);
  const { memberId, sessionId } = (await sessionIn(mail)) ?? { memberId: "", sessionId: "" };
  const identity = account();
  await linkIdentity({ memberId, ...identity, provider: "portal" }, AT);
  const { authenticator, added } = await giveMemberPasskey(memberId);
  if (!added.ok) throw new Error(added.reason);
  const portal = await byAccount(identity);
  const passkey = useBrowser();
  await signInMemberByPasskey(await answerMemberSignIn(authenticator), undefined, from(), AT);
  return { email, memberId, sessionId, passkeyId: added.value.passkeyId, phones: { mail, portal, passkey } };
}

const openOn = async (phones: Awaited<ReturnType<typeof onThreePhones>>["phones"]) => {
  const open = await Promise.all(
    Object.entries(phones).map(async ([name, browser]) => ((await sessionIn(browser)) ? [name] : [])),
  );
  return open.flat();
};

test("a way in that is taken away ends what it opened with the next request, and nothing else", async () => {
  const { memberId, sessionId, passkeyId, phones } = await onThreePhones();
  expect(await openOn(phones)).toEqual(["mail", "portal", "passkey"]);
  const acting = { memberId, sessionId };
  expect(await removeWayIn({ ...acting, kind: "passkey", id: passkeyId }, AT)).toMatchObject({ ok: true });
  expect(await openOn(phones)).toEqual(["mail", "portal"]);
  const [{ id } = { id: "" }] = (await getWaysIn(memberId)).identities;
  expect(await removeWayIn({ ...acting, kind: "identity", id }, AT)).toMatchObject({ ok: true });
  expect(await openOn(phones)).toEqual(["mail"]);
  const events = await admin<{ kind: string }[]>`
    select kind from member_events where member_id = ${memberId} order by id desc limit 4`;
  expect(events.map(({ kind }) => kind)).toEqual([
    "ended_session",
    "unlinked_identity",
    "ended_session",
    "removed_passkey",
  ]);
});

test("the session that acts goes on, also where it was opened by what is taken away; the others of that way end", async () => {
  const { email, memberId, sessionId, phones } = await onThreePhones();
  const second = await byMail(email);
  const before = await sessionIn(phones.mail);
  expect(before).toBeDefined();
  await removeWayIn({ memberId, sessionId, kind: "email", id: "email" }, AT);
  expect(await sessionIn(second)).toBeUndefined();
  expect(await openOn(phones)).toEqual(["mail", "portal", "passkey"]);
});

test("an address that another one takes the place of ends what it opened", async () => {
  const { email, memberId, phones } = await onThreePhones();
  const here = await byMail(email);
  const sessionId = (await sessionIn(here))?.sessionId ?? "";
  const asked = await askCode({ email: newEmail(), at: AT, audience: "member_email" });
  expect(await addEmail(asked, { memberId, sessionId }, newAddress(), AT)).toMatchObject({ ok: true });
  expect(await openOn({ ...phones, here } as typeof phones)).toEqual(["portal", "passkey", "here"]);
});

test("a session from before its opener was kept ends with a passkey or an address, and not with an account", async () => {
  const { memberId, passkeyId } = await onThreePhones();
  const old = useBrowser();
  await startSession({ memberId }, AT);
  const [{ id } = { id: "" }] = (await getWaysIn(memberId)).identities;
  await removeWayIn({ memberId, kind: "identity", id }, AT);
  expect(await sessionIn(old)).toBeDefined();
  await removeWayIn({ memberId, kind: "passkey", id: passkeyId }, AT);
  expect(await sessionIn(old)).toBeUndefined();
});

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
  const { authenticator, added } = await giveMemberPasskey(into);
  expect([added.ok, authenticator !== undefined]).toEqual([true, true]);
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

test("of twenty sign-ins by a way in that is taken away at the same moment none outlives it", async () => {
  const { memberId } = await onThreePhones();
  const identity = account();
  await linkIdentity({ memberId, ...identity, provider: "portal" }, AT);
  const [, { id } = { id: "" }] = (await getWaysIn(memberId)).identities;
  await Promise.all([
    ...Array.from({ length: 10 }, () => byAccount(identity)),
    removeWayIn({ memberId, kind: "identity", id }, AT),
    ...Array.from({ length: 10 }, () => byAccount(identity)),
  ]);
  expect(await admin`select 1 from member_sessions where identity_id = ${id}`).toHaveLength(0);
});

test("of twenty sign-ins by an address that is taken away at the same moment none outlives it", async () => {
  const { email, memberId } = await onThreePhones();
  const asked: Awaited<ReturnType<typeof askCode>>[] = [];
  for (let each = 0; each < 20; each += 1) {
    useBrowser();
    asked.push(await askCode({ email, at: AT, address: newAddress() }));
  }
  await Promise.all([
    ...asked.slice(0, 10).map((typed) => signInMember(typed, from(), AT)),
    removeWayIn({ memberId, kind: "email", id: "email" }, AT),
    ...asked.slice(10).map((typed) => signInMember(typed, from(), AT)),
  ]);
  expect(
    await admin`select 1 from member_sessions where member_id = ${memberId} and email_index is not null`,
  ).toHaveLength(0);
});
