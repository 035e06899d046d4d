import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { addEmail } from "@/lib/auth/add-email";
import { signInMember } from "@/lib/auth/sign-in-member";
import { startSession } from "@/lib/auth/start-session";
import { endSession, endSessions } from "@/lib/members/end-session";
import { listSessions } from "@/lib/members/list-sessions";
import { namePasskey } from "@/lib/members/name-passkey";
import { removeWayIn } from "@/lib/members/remove-way-in";
import { getWaysIn } from "@/lib/members/ways-in";
import { newId } from "@/lib/shared/ids";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { giveMemberPasskey } from "../../support/member-passkeys";
import { askCode, from, newAddress, newEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

const email = { kind: "email", id: "email" } as const;
const eventsOf = async (memberId: string) =>
  (await admin<{ kind: string }[]>`select kind from member_events where member_id = ${memberId} order by id`).map(
    ({ kind }) => kind,
  );

/** Somebody who signed in by mail. */
async function makeMailMember(address = newEmail()) {
  useBrowser();
  await signInMember(await askCode({ email: address, at: AT }), from(), AT);
  const [found] = await admin<{ id: string }[]>`select id from members order by joined_at desc, id desc limit 1`;
  return { memberId: found?.id ?? "", address };
}

async function linkAccount(memberId: string): Promise<string> {
  const id = newId();
  await admin`insert into member_identities (id, member_id, issuer, subject_index, linked_at, last_used_at)
    values (${id}, ${memberId}, 'https://portal.example', ${randomBytes(32)}, now(), now())`;
  return id;
}

test("the last way in stays, and with a second one the first may go", async () => {
  const { memberId } = await makeMailMember();
  expect(await removeWayIn({ memberId, ...email }, AT)).toEqual({ ok: false, reason: "last_way_in" });
  const { added } = await giveMemberPasskey(memberId);
  if (!added.ok) throw new Error(added.reason);
  expect(await removeWayIn({ memberId, ...email }, AT)).toMatchObject({ ok: true });
  const passkey = { kind: "passkey", id: added.value.passkeyId } as const;
  expect(await removeWayIn({ memberId, ...passkey }, AT)).toEqual({ ok: false, reason: "last_way_in" });
  expect(await eventsOf(memberId)).toEqual(["signed_in", "added_passkey", "removed_email", "ended_session"]);
});

test("of twenty ways in removed at the same moment one stays", async () => {
  const { memberId } = await makeMailMember();
  const ids = await Promise.all(Array.from({ length: 19 }, () => linkAccount(memberId)));
  const wishes = [email, ...ids.map((id) => ({ kind: "identity", id }) as const)];
  const answers = await Promise.all(wishes.map((wish) => removeWayIn({ memberId, ...wish }, AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(19);
  const left = await getWaysIn(memberId);
  expect(left.identities.length + (left.email ? 1 : 0)).toBe(1);
});

test("the database keeps the last way in of a member, whatever takes it", async () => {
  const { memberId } = await makeMailMember();
  const id = await linkAccount(memberId);
  const takeBoth = admin.begin(async (sql) => {
    await sql`update members set email_encrypted = null, email_index = null where id = ${memberId}`;
    await sql`update member_identities set removed_at = now() where id = ${id}`;
  });
  await expect(takeBoth).rejects.toMatchObject({ code: "KP003", message: "last_way_in" });
  await admin`update members set email_encrypted = null, email_index = null where id = ${memberId}`;
  const takeLast = admin`update member_identities set removed_at = now() where id = ${id}`;
  await expect(takeLast).rejects.toMatchObject({ message: "last_way_in" });
});

test("whoever was signed up at the counter is known there and may remove what they added", async () => {
  const { memberId } = await admitPerson(await makeStaff());
  const id = await linkAccount(memberId);
  expect(await removeWayIn({ memberId, kind: "identity", id }, AT)).toMatchObject({ ok: true });
});

test("nobody removes or names another's way in", async () => {
  const [own, other] = [await makeMailMember(), await makeMailMember()];
  const { added } = await giveMemberPasskey(other.memberId);
  if (!added.ok) throw new Error(added.reason);
  const { passkeyId } = added.value;
  const wish = { memberId: own.memberId, kind: "passkey", id: passkeyId } as const;
  expect(await removeWayIn(wish, AT)).toEqual({ ok: false, reason: "unknown_way" });
  const named = { passkeyId, label: "電話" };
  expect(await namePasskey({ memberId: own.memberId, ...named })).toEqual({ ok: false, reason: "unknown_way" });
  expect(await namePasskey({ memberId: other.memberId, ...named })).toMatchObject({ ok: true });
  expect((await getWaysIn(other.memberId)).passkeys[0]?.label).toBe("電話");
});

test("a proven address becomes the member's, and opens the same wallet", async () => {
  const { memberId } = await makeMailMember();
  const address = newEmail();
  const asked = await askCode({ email: address, at: AT, audience: "member_email" });
  expect(await addEmail(asked, { memberId }, newAddress(), AT)).toEqual({ ok: true, value: "new" });
  useBrowser();
  await signInMember(await askCode({ email: address, at: AT }), from(), AT);
  expect(await eventsOf(memberId)).toEqual(["signed_in", "added_email", "ended_session", "signed_in"]);
});

test("another member's address is refused only after its code was typed, and nothing is changed", async () => {
  const [own, other] = [await makeMailMember(), await makeMailMember()];
  const wish = { at: AT, audience: "member_email" } as const;
  const asked = [await askCode({ ...wish, email: other.address }), await askCode({ ...wish, email: newEmail() })];
  expect(asked.map((answer) => Object.keys(answer))).toEqual([
    Object.keys(asked[0] ?? {}),
    Object.keys(asked[0] ?? {}),
  ]);
  const again = await askCode({ ...wish, email: other.address });
  const before = await getWaysIn(own.memberId);
  expect(await addEmail(again, own, newAddress(), AT)).toEqual({ ok: false, reason: "email_taken" });
  expect(await getWaysIn(own.memberId)).toEqual(before);
  expect(await addEmail(again, own, newAddress(), AT)).toEqual({ ok: false, reason: "no_attempt" });
});

test("twenty members who add one address at the same moment leave it with one of them", async () => {
  const address = newEmail();
  const people: { memberId: string; asked: { browserHash: Buffer; code: string } }[] = [];
  for (let each = 0; each < 20; each += 1) {
    const { memberId } = await makeMember();
    useBrowser();
    people.push({ memberId, asked: await askCode({ email: address, at: AT, audience: "member_email" }) });
  }
  const answers = await Promise.all(
    people.map(({ memberId, asked }) => addEmail(asked, { memberId }, newAddress(), AT)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(answers.map((answer) => (answer.ok ? answer.value : answer.reason)))).toEqual(
    new Set(["new", "email_taken"]),
  );
});

test("a device that is signed out is refused from its next request on, and nobody ends another's", async () => {
  const [own, other] = [await makeMember(), await makeMember()];
  for (const memberId of [own.memberId, own.memberId, own.memberId, other.memberId]) {
    useBrowser();
    await startSession({ memberId }, AT);
  }
  const { rows } = await listSessions(own.memberId, undefined, AT);
  expect(rows).toHaveLength(3);
  const [here, gone] = rows.map(({ id }) => id);
  const foreign = { memberId: other.memberId, sessionId: gone ?? "" };
  expect(await endSession(foreign, AT)).toEqual({ ok: false, reason: "unknown_session" });
  expect(await endSession({ memberId: own.memberId, sessionId: gone ?? "" }, AT)).toMatchObject({ ok: true });
  expect(await endSessions({ memberId: own.memberId, except: here ?? "" }, AT)).toEqual({ ended: 1 });
  expect((await listSessions(own.memberId, undefined, AT)).rows.map(({ id }) => id)).toEqual([here]);
  expect((await listSessions(other.memberId, undefined, AT)).rows).toHaveLength(1);
  expect((await eventsOf(own.memberId)).slice(-2)).toEqual(["ended_session", "ended_all_sessions"]);
});
