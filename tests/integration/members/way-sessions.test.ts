import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { addEmail } from "@/lib/auth/add-email";
import { signInMember } from "@/lib/auth/sign-in-member";
import { signInMemberByPasskey } from "@/lib/auth/sign-in-member-by-passkey";
import { startSession } from "@/lib/auth/start-session";
import { linkIdentity } from "@/lib/members/link-identity";
import { removeWayIn } from "@/lib/members/remove-way-in";
import { getWaysIn } from "@/lib/members/ways-in";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { answerMemberSignIn, giveMemberPasskey } from "../../support/member-passkeys";
import { account, byAccount, byMail, sessionIn } from "../../support/phones";
import { askCode, from, memberEmail, newAddress, newEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

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
