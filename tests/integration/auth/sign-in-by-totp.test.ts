import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { STAFF_COOKIE } from "@/lib/auth/cookies";
import { proveStaffAddress } from "@/lib/auth/prove-staff-address";
import { findSecondStep, SECOND_TRIES } from "@/lib/auth/second-step";
import { signInByTotp } from "@/lib/auth/sign-in-by-totp";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { askCode, from, newAddress, newEmail, wrong } from "../../support/sign-in";
import { actsOn } from "../../support/staff-fixtures";
import { codeAt, hire, nextNow, proveAddress, signInStaff } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const sessionsOf = async (staffId: string) =>
  (await admin`select 1 from staff_sessions where staff_id = ${staffId}`).length;
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

test("after the mailed code there is no session, only a second step that this browser alone can take", async () => {
  const { email, staffId } = await hire();
  const browser = useBrowser();
  const browserHash = await proveAddress({ email });
  expect(browser.has(STAFF_COOKIE)).toBe(false);
  expect(await sessionsOf(staffId)).toBe(0);
  expect(await actsOn(admin, staffId)).toEqual(["add_staff"]);
  expect(await findSecondStep(browserHash, AT)).toMatchObject({ staffId });
  const now = nextNow();
  const elsewhere = { browserHash: Buffer.alloc(32, 7), code: codeAt(now) };
  expect(await signInByTotp(elsewhere, from(), now, AT)).toEqual({ ok: false, reason: "no_attempt" });
});

test("the second step is forgotten after a quarter of an hour, and gone once the person is disabled", async () => {
  const { email, staffId } = await hire();
  const browserHash = await proveAddress({ email });
  expect(await findSecondStep(browserHash, later(AT, 15 * 60))).toBeUndefined();
  await admin`update staff set disabled = true where id = ${staffId}`;
  const now = nextNow();
  expect(await signInByTotp({ browserHash, code: codeAt(now) }, from(), now, AT)).toMatchObject({
    reason: "no_attempt",
  });
});

test("an address that is nobody's, and a disabled person's, are refused like a wrong code", async () => {
  const { email, staffId } = await hire();
  await admin`update staff set disabled = true where id = ${staffId}`;
  for (const address of [newEmail(), email]) {
    useBrowser();
    const typed = await askCode({ email: address, at: AT, audience: "staff" });
    const refused = { ok: false, reason: "wrong_code" };
    expect(await proveStaffAddress({ ...typed, code: wrong(typed.code) }, from(), AT)).toEqual(refused);
    expect(await proveStaffAddress(typed, from(), AT)).toEqual(refused);
  }
  expect(await actsOn(admin, staffId)).toEqual(["add_staff", "sign_in denied: disabled"]);
});

test("the code of the step before and of the step after are taken, others are not", async () => {
  for (const [seconds, ok] of [
    [-60, false],
    [-30, true],
    [30, true],
    [60, false],
  ] as const) {
    const hired = await hire();
    useBrowser();
    const browserHash = await proveAddress(hired);
    const now = nextNow();
    const code = codeAt(later(now, seconds));
    expect([seconds, (await signInByTotp({ browserHash, code }, from(), now, AT)).ok]).toEqual([seconds, ok]);
  }
});

test("a code that was taken is spent, and so is every earlier one", async () => {
  const { email, staffId } = await hire();
  const now = nextNow();
  const first = await proveAddress({ email });
  expect(await signInByTotp({ browserHash: first, code: codeAt(now) }, from(), now, AT)).toMatchObject({ ok: true });
  useBrowser();
  const second = await proveAddress({ email });
  for (const seconds of [0, -30]) {
    const code = codeAt(later(now, seconds));
    const answer = await signInByTotp({ browserHash: second, code }, from(), now, AT);
    expect(answer).toEqual({ ok: false, reason: "totp_used" });
  }
  expect(await sessionsOf(staffId)).toBe(1);
});

test("one code sent by ten browsers at the same moment opens one session", async () => {
  const { email, staffId } = await hire();
  const browsers: Buffer[] = [];
  for (let count = 0; count < 10; count += 1) {
    useBrowser();
    browsers.push(await proveAddress({ email }));
  }
  const now = nextNow();
  const answers = await Promise.all(
    browsers.map((browserHash) => signInByTotp({ browserHash, code: codeAt(now) }, from(), now, AT)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sessionsOf(staffId)).toBe(1);
  const acts = await actsOn(admin, staffId);
  expect(acts.filter((act) => act === "sign_in")).toHaveLength(1);
  expect(acts.filter((act) => act === "sign_in denied: totp_used")).toHaveLength(9);
});

test("one code sent twice by one browser at the same moment opens one session", async () => {
  const { email, staffId } = await hire();
  const browserHash = await proveAddress({ email });
  const now = nextNow();
  const typed = { browserHash, code: codeAt(now) };
  const answers = await Promise.all([1, 2].map(() => signInByTotp(typed, from(), now, AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sessionsOf(staffId)).toBe(1);
});

test("a wrong code is one denied act, and after five of them the sign-in begins again", async () => {
  const { email, staffId } = await hire();
  const browserHash = await proveAddress({ email });
  const now = nextNow();
  const code = wrong(codeAt(now));
  for (let tries = 0; tries < SECOND_TRIES; tries += 1)
    expect(await signInByTotp({ browserHash, code }, from(), now, AT)).toEqual({ ok: false, reason: "wrong_totp" });
  const right = { browserHash, code: codeAt(now) };
  expect(await signInByTotp(right, from(), now, AT)).toEqual({ ok: false, reason: "no_attempt" });
  const denied = Array<string>(SECOND_TRIES).fill("sign_in denied: wrong_totp");
  expect(await actsOn(admin, staffId)).toEqual(["add_staff", ...denied]);
});

test("ten wrong codes an hour are all that strangers get, also when typed at once, and the person's own browser goes on", async () => {
  const hired = await hire();
  const own = useBrowser();
  await signInStaff(hired);
  const now = nextNow();
  const browsers: Buffer[] = [];
  for (let count = 0; count < 15; count += 1) {
    useBrowser();
    browsers.push(await proveAddress(hired));
  }
  useBrowser();
  const code = wrong(codeAt(now));
  const guesses = await Promise.all(
    browsers.map((browserHash) => signInByTotp({ browserHash, code }, from(newAddress()), now, AT)),
  );
  const reasons = guesses.map((guess) => (guess.ok ? "ok" : guess.reason));
  expect(reasons.filter((reason) => reason === "wrong_totp")).toHaveLength(10);
  expect(reasons.filter((reason) => reason === "too_many_guesses")).toHaveLength(5);
  useBrowser(own);
  await signInStaff(hired);
});

test("a person with no authenticator app is not let in by any code", async () => {
  const { email } = await hire({ enrolled: false });
  const browserHash = await proveAddress({ email });
  const now = nextNow();
  expect(await signInByTotp({ browserHash, code: codeAt(now) }, from(), now, AT)).toMatchObject({
    reason: "wrong_totp",
  });
});

test("an authenticator app that was never confirmed, or was removed, opens nothing", async () => {
  for (const column of ["confirmed_at = null", "removed_at = now()"]) {
    const { email, staffId } = await hire();
    await admin.unsafe(`update staff_totps set ${column} where staff_id = '${staffId}'`);
    useBrowser();
    const browserHash = await proveAddress({ email });
    const now = nextNow();
    const answer = await signInByTotp({ browserHash, code: codeAt(now) }, from(), now, AT);
    expect([column, answer]).toEqual([column, { ok: false, reason: "wrong_totp" }]);
  }
});

test("the secret cannot be read in the table", async () => {
  const { staffId } = await hire();
  const [row] = await admin<{ kept: Buffer }[]>`
    select secret_encrypted as kept from staff_totps where staff_id = ${staffId}`;
  expect(row?.kept.toString("latin1")).not.toContain("JBSWY3DP");
});
