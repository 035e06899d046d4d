import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MEMBER_COOKIE, STAFF_COOKIE } from "@/lib/auth/cookies";
import { endStaffVisit } from "@/lib/auth/end-staff-visit";
import { findSession } from "@/lib/auth/find-session";
import { noteStaffSeen } from "@/lib/auth/note-staff-seen";
import { signInStaff } from "@/lib/auth/sign-in-staff";
import { startSession } from "@/lib/auth/start-session";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { addStaff } from "@/lib/staff/add-staff";
import { findSessionStaff } from "@/lib/staff/queries";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { askCode, from, newEmail, wrong } from "../../support/sign-in";
import { actsOn } from "../../support/staff-fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

async function hire(): Promise<{ email: string; staffId: string }> {
  const email = newEmail();
  const { staffId } = await addStaff({ name: "狛江 花子", section: "環境政策課", email }, AT);
  return { email, staffId };
}

/** Signs the person in on a fresh browser; gives the hash of the token in its cookie. */
async function signIn(email: string): Promise<Buffer> {
  const browser = useBrowser();
  const answer = await signInStaff(await askCode({ email, at: AT, audience: "staff" }), from(), AT);
  if (!answer.ok) throw new Error(answer.reason);
  return hashSecret(browser.get(STAFF_COOKIE) ?? "");
}

test("the mailed code opens a staff session, and the sign-in is recorded as an act", async () => {
  const { email, staffId } = await hire();
  expect(await findSessionStaff(await signIn(email), AT)).toMatchObject({ staffId, name: "狛江 花子" });
  expect(await actsOn(admin, staffId)).toEqual(["add_staff", "sign_in"]);
});

test("an address that is nobody's, and a disabled person's, are refused like a wrong code", async () => {
  const { email, staffId } = await hire();
  await admin`update staff set disabled = true where id = ${staffId}`;
  for (const address of [newEmail(), email]) {
    useBrowser();
    const typed = await askCode({ email: address, at: AT, audience: "staff" });
    const refused = { ok: false, reason: "wrong_code" };
    expect(await signInStaff({ ...typed, code: wrong(typed.code) }, from(), AT)).toEqual(refused);
    expect(await signInStaff(typed, from(), AT)).toEqual(refused);
  }
});

test("a disabled person who is refused leaves one row of the denied act", async () => {
  const { email, staffId } = await hire();
  await admin`update staff set disabled = true where id = ${staffId}`;
  await signInStaff(await askCode({ email, at: AT, audience: "staff" }), from(), AT);
  expect(await actsOn(admin, staffId)).toEqual(["add_staff", "sign_in denied: disabled"]);
});

test("a person who is disabled is refused from the next request on", async () => {
  const { email, staffId } = await hire();
  const session = await signIn(email);
  await admin`update staff set disabled = true where id = ${staffId}`;
  expect(await findSessionStaff(session, AT)).toBeUndefined();
});

test("a staff session ends after 15 minutes without a request", async () => {
  const { email, staffId } = await hire();
  const session = await signIn(email);
  expect(await findSessionStaff(session, later(14.9))).toMatchObject({ staffId });
  await noteStaffSeen(session, AT, later(14.9));
  expect(await findSessionStaff(session, later(29.8))).toMatchObject({ staffId });
  expect(await findSessionStaff(session, later(29.9))).toBeUndefined();
});

test("a staff session that is used all day ends after eight hours", async () => {
  const { email } = await hire();
  const session = await signIn(email);
  for (let minutes = 0; minutes < 480; minutes += 14) {
    const found = await findSessionStaff(session, later(minutes));
    expect(found).toBeDefined();
    if (found) await noteStaffSeen(session, found.lastSeenAt, later(minutes));
  }
  expect(await findSessionStaff(session, later(480))).toBeUndefined();
});

test("being seen is written at most once a minute", async () => {
  const { email } = await hire();
  const session = await signIn(email);
  await noteStaffSeen(session, AT, later(0.9));
  expect((await findSessionStaff(session, later(0.9)))?.lastSeenAt).toEqual(AT);
  await noteStaffSeen(session, AT, later(1));
  expect((await findSessionStaff(session, later(1)))?.lastSeenAt).toEqual(later(1));
});

test("signing out ends the session and is recorded as an act", async () => {
  const { email, staffId } = await hire();
  const session = await signIn(email);
  await endStaffVisit({ staffId, requestId: null }, AT);
  expect(await findSessionStaff(session, AT)).toBeUndefined();
  expect(await actsOn(admin, staffId)).toEqual(["add_staff", "sign_in", "sign_out"]);
});

test("a citizen's token opens no staff session, and a staff token no citizen's", async () => {
  const { memberId } = await makeMember();
  const browser = useBrowser();
  await startSession({ memberId }, AT);
  expect(await findSessionStaff(hashSecret(browser.get(MEMBER_COOKIE) ?? ""), AT)).toBeUndefined();
  const { email } = await hire();
  const staffBrowser = useBrowser();
  await signInStaff(await askCode({ email, at: AT, audience: "staff" }), from(), AT);
  expect(await findSession(staffBrowser.get(STAFF_COOKIE) ?? "", AT)).toBeUndefined();
});

test("a code asked for as a citizen opens no staff session, even in the same browser with the same address", async () => {
  const { email } = await hire();
  const typed = await askCode({ email, at: AT });
  expect(await signInStaff(typed, from(), AT)).toEqual({ ok: false, reason: "no_attempt" });
});

test("on a real book nobody signs in at /admin, and a session from before opens nothing", async () => {
  const { email } = await hire();
  const session = await signIn(email);
  useBrowser();
  const typed = await askCode({ email, at: AT, audience: "staff" });
  await admin`update books set is_current = false where id = 1`;
  await admin`insert into books (id, kind, name, is_current) values (2, 'real', '本番', true)`;
  expect(await signInStaff(typed, from(), AT)).toEqual({ ok: false, reason: "second_factor_needed" });
  expect(await findSessionStaff(session, AT)).toBeUndefined();
});
