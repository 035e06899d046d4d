import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MEMBER_COOKIE, STAFF_COOKIE } from "@/lib/auth/cookies";
import { endStaffVisit } from "@/lib/auth/end-staff-visit";
import { findSession } from "@/lib/auth/find-session";
import { noteStaffSeen } from "@/lib/auth/note-staff-seen";
import { proveStaffAddress } from "@/lib/auth/prove-staff-address";
import { startSession } from "@/lib/auth/start-session";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { findSessionStaff } from "@/lib/staff/queries";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { askCode, from } from "../../support/sign-in";
import { actsOn } from "../../support/staff-fixtures";
import { hire, proveAddress, signInStaff } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

/** Signs the person in on a fresh browser; gives the hash of the token in its cookie. */
async function signIn(email: string): Promise<Buffer> {
  const browser = useBrowser();
  await signInStaff({ email });
  return hashSecret(browser.get(STAFF_COOKIE) ?? "");
}

test("the second step opens a session that says by what and on which device, and the sign-in is one act", async () => {
  const { email, staffId } = await hire();
  expect(await findSessionStaff(await signIn(email), AT)).toMatchObject({ staffId, name: "狛江 花子", provenAt: AT });
  expect(await actsOn(admin, staffId)).toEqual(["add_staff", "sign_in"]);
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
  await signInStaff({ email });
  expect(await findSession(staffBrowser.get(STAFF_COOKIE) ?? "", AT)).toBeUndefined();
});

test("a code asked for as a citizen opens no staff session, even in the same browser with the same address", async () => {
  const { email } = await hire();
  const typed = await askCode({ email, at: AT });
  expect(await proveStaffAddress(typed, from(), AT)).toEqual({ ok: false, reason: "no_attempt" });
});

test("on a real book one factor opens nothing, and two open a session", async () => {
  await admin`update books set is_current = false where id = 1`;
  await admin`insert into books (id, kind, name, is_current) values (2, 'real', '本番', true)`;
  const { email, staffId } = await hire();
  const browser = useBrowser();
  await proveAddress({ email });
  expect(browser.has(STAFF_COOKIE)).toBe(false);
  expect(await admin`select 1 from staff_sessions where staff_id = ${staffId}`).toHaveLength(0);
  expect(await findSessionStaff(await signIn(email), AT)).toMatchObject({ staffId });
});
