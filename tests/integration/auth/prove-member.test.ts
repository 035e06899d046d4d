import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { addEmail } from "@/lib/auth/add-email";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { proveByCode, proveByPasskey } from "@/lib/auth/prove-member";
import { requireProvenMember, requireProvenMemberAct, requireProvenSelf } from "@/lib/auth/require-proven";
import { openResume } from "@/lib/auth/resume";
import { signInMember } from "@/lib/auth/sign-in-member";
import { startSession } from "@/lib/auth/start-session";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { answerProof, giveMemberPasskey } from "../../support/member-passkeys";
import { askCode, from, memberEmail, newAddress, newEmail, wrong } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));
vi.mock("@/lib/clock/city-now", () => ({ cityNow: async () => clock.at }));

const clock = vi.hoisted(() => ({ at: new Date("2026-05-03T01:12:00Z") }));
const admin = adminSql();
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

beforeAll(async () => void (await makeStaff()));
beforeEach(() => {
  clock.at = AT;
  useBrowser();
});

/** Somebody who signed in by mail just now. */
async function signIn() {
  const email = await memberEmail(AT);
  const browser = useBrowser();
  await signInMember(await askCode({ email, at: AT }), from(), AT);
  const token = browser.get(MEMBER_COOKIE) ?? "";
  const session = await findSession(token, AT);
  if (!session) throw new Error("no session");
  const provenAt = async () => (await findSession(token, AT))?.provenAt;
  return { email, provenAt, memberId: session.memberId };
}

test("who showed a way in within five minutes goes on; afterwards they are asked again and led back", async () => {
  const { memberId } = await signIn();
  expect(await requireProvenMember("/me/ways-in")).toMatchObject({ memberId });
  expect(await requireProvenMemberAct(undefined)).toMatchObject({ ok: true });
  clock.at = later(5);
  const thrown = await requireProvenMember("/me/ways-in").catch((error: { digest: string }) => error.digest);
  expect(openResume(/\/prove\?to=([\w-]+);/.exec(String(thrown))?.[1])).toBe("/me/ways-in");
  const answer = await requireProvenMemberAct(undefined);
  expect(answer).toMatchObject({ ok: false, answer: { notice: { link: { href: "/prove" } } } });
});

test("who does not agree to new terms takes their data along and leaves by showing a way in, and nothing else first", async () => {
  const { memberId } = await signIn();
  await admin`update members set registered_at = null where id = ${memberId}`;
  expect(await requireProvenSelf("/me/data")).toMatchObject({ memberId });
  clock.at = later(5);
  const thrown = await requireProvenSelf("/me/leave/sure").catch((error: { digest: string }) => error.digest);
  expect(openResume(/\/prove\?to=([\w-]+);/.exec(String(thrown))?.[1])).toBe("/me/leave/sure");
});

test("a session from before this was asked of anybody is not proven", async () => {
  await signIn();
  await admin`update member_sessions set proven_at = default`;
  expect(await requireProvenMemberAct(undefined)).toMatchObject({ ok: false });
});

test("the code of one's own mail proves the session; a wrong one and one for another purpose do not", async () => {
  const { email, memberId, provenAt } = await signIn();
  const asked = await askCode({ email, at: later(9), audience: "member_prove", resumeTo: "/me/ways-in" });
  const typed = (code: string) => proveByCode({ ...asked, code }, memberId, newAddress(), later(9));
  expect(await typed(wrong(asked.code))).toMatchObject({ reason: "wrong_code" });
  expect(await addEmail(asked, { memberId }, newAddress(), later(9))).toMatchObject({ reason: "no_attempt" });
  expect(await provenAt()).toEqual(AT);
  expect(await typed(asked.code)).toEqual({ ok: true, value: { resumeTo: "/me/ways-in" } });
  expect(await provenAt()).toEqual(later(9));
});

test("a code of somebody else's mail proves nothing", async () => {
  const { memberId, provenAt } = await signIn();
  const asked = await askCode({ email: newEmail(), at: later(9), audience: "member_prove" });
  expect(await proveByCode(asked, memberId, newAddress(), later(9))).toMatchObject({ reason: "no_attempt" });
  expect(await provenAt()).toEqual(AT);
});

test("one's own passkey proves the session; another member's does not", async () => {
  const { memberId, provenAt } = await signIn();
  const { authenticator } = await giveMemberPasskey(memberId);
  const other = await makeMember();
  const { authenticator: others } = await giveMemberPasskey(other.memberId);
  const foreign = await answerProof(memberId, others, later(9));
  expect(await proveByPasskey(foreign, memberId, newAddress(), later(9))).toMatchObject({ reason: "passkey_refused" });
  const own = await answerProof(memberId, authenticator, later(9));
  expect(await proveByPasskey(own, memberId, newAddress(), later(9))).toMatchObject({ ok: true });
  expect(await provenAt()).toEqual(later(9));
  expect(await proveByPasskey(own, memberId, newAddress(), later(9))).toMatchObject({ reason: "challenge_spent" });
});

test("a new session is proven by what opened it", async () => {
  const { memberId } = await makeMember();
  await startSession({ memberId }, AT);
  expect(await requireProvenMember("/me/ways-in")).toMatchObject({ memberId });
});
