import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { keepClaim } from "@/lib/auth/keep-claim";
import { signInByPasskey } from "@/lib/auth/sign-in-by-passkey";
import { signInMemberByPasskey } from "@/lib/auth/sign-in-member-by-passkey";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeOffer, makeStaff, type TestStaff } from "../../support/fixtures";
import { answerMemberSignIn, giveMemberPasskey } from "../../support/member-passkeys";
import { from, newAddress } from "../../support/sign-in";
import type { Twist } from "../../support/soft-authenticator";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const refused = (reason: string) => ({ ok: false, reason });
let staff: TestStaff;

beforeAll(async () => {
  staff = await makeStaff();
});
beforeEach(() => void useBrowser());

const sessionsOf = async (memberId: string) =>
  (await admin`select 1 from member_sessions where member_id = ${memberId}`).length;
const eventsOf = async (memberId: string) =>
  (await admin<{ kind: string }[]>`select kind from member_events where member_id = ${memberId} order by id`).map(
    ({ kind }) => kind,
  );

test("a passkey that verified its member opens a proven session, and the member's own log says so", async () => {
  const { memberId } = await makeMember();
  const { authenticator, added } = await giveMemberPasskey(memberId);
  expect(added).toMatchObject({ ok: true });
  const browser = useBrowser();
  const answer = await answerMemberSignIn(authenticator);
  expect(await signInMemberByPasskey(answer, "/history", from(), AT)).toEqual({
    ok: true,
    value: { landing: "/history" },
  });
  expect(await findSession(browser.get(MEMBER_COOKIE) ?? "", AT)).toMatchObject({ memberId, provenAt: AT });
  expect((await eventsOf(memberId)).slice(-2)).toEqual(["added_passkey", "signed_in"]);
});

test("a claim that waited in this browser is made by the sign-in with a passkey", async () => {
  const { memberId } = await makeMember();
  const { authenticator } = await giveMemberPasskey(memberId);
  const { token } = await makeOffer(staff);
  const answer = await answerMemberSignIn(authenticator);
  await keepClaim({ browserHash: answer.browserHash, token }, AT);
  const signedIn = await signInMemberByPasskey(answer, undefined, from(), AT);
  expect(signedIn).toMatchObject({ ok: true, value: { landing: expect.stringMatching(/^\/receipts\//) } });
});

const twists: [string, Twist][] = [
  ["made for another origin", { origin: "https://evil.example" }],
  ["made for another host", { rpId: "evil.example" }],
  ["of somebody who was not verified (UV=0)", { isVerified: false }],
];

test.each(twists)("a citizen's answer %s is refused", async (_, twist) => {
  const { memberId } = await makeMember();
  const { authenticator } = await giveMemberPasskey(memberId);
  const answer = await answerMemberSignIn(authenticator, twist);
  expect(await signInMemberByPasskey(answer, undefined, from(), AT)).toEqual(refused("passkey_refused"));
  expect(await sessionsOf(memberId)).toBe(0);
});

test("one answer sent ten times at the same moment opens one session", async () => {
  const { memberId } = await makeMember();
  const { authenticator } = await giveMemberPasskey(memberId);
  const answer = await answerMemberSignIn(authenticator);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => signInMemberByPasskey(answer, undefined, from(), AT)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sessionsOf(memberId)).toBe(1);
});

test("a citizen's passkey opens no staff session", async () => {
  const { memberId } = await makeMember();
  const { authenticator } = await giveMemberPasskey(memberId);
  const answer = await answerMemberSignIn(authenticator);
  expect(await signInByPasskey(answer, from(), AT)).toEqual(refused("passkey_refused"));
});

test("a counter that stands still is a copied key and is refused", async () => {
  const { memberId } = await makeMember();
  const { authenticator } = await giveMemberPasskey(memberId);
  const first = await answerMemberSignIn(authenticator, { counter: 50 });
  expect(await signInMemberByPasskey(first, undefined, from(), AT)).toMatchObject({ ok: true });
  const copied = await answerMemberSignIn(authenticator, { counter: 50 });
  expect(await signInMemberByPasskey(copied, undefined, from(), AT)).toEqual(refused("counter_went_back"));
});

test("who guesses passkeys from one address is told to wait, and the owner elsewhere goes on", async () => {
  const { memberId } = await makeMember();
  const { authenticator } = await giveMemberPasskey(memberId);
  const address = newAddress();
  await admin`insert into rate_limits (key, points, expire) values (${`passkey_answer:${address}`}, 300, ${Date.now() + 600_000})`;
  const right = await answerMemberSignIn(authenticator);
  expect(await signInMemberByPasskey(right, undefined, from(address), AT)).toMatchObject({
    reason: "too_many_guesses",
  });
  expect(await signInMemberByPasskey(right, undefined, from(), AT)).toMatchObject({ ok: true });
});
