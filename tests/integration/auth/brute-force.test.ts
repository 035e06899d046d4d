import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { acceptEnrolmentCode } from "@/lib/auth/accept-enrolment-code";
import { ensureBrowserHash } from "@/lib/auth/browser";
import { signInByTotp } from "@/lib/auth/sign-in-by-totp";
import { signInMember } from "@/lib/auth/sign-in-member";
import { openInvitation } from "@/lib/staff/open-invitation";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { ask, askCode, from, newAddress, newEmail, wrong } from "../../support/sign-in";
import { actsOn } from "../../support/staff-fixtures";
import { codeAt, hire, nextNow, proveAddress, signInStaff } from "../../support/staff-sign-in";
import { PATIENCE, Tally, TRIES, tryOn } from "../../support/stubborn";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const [HOUR, DAY] = [3600, 24 * 3600];
beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

const waitOf = (answer: object) => Number("retryAfterSeconds" in answer && answer.retryAfterSeconds);

/** A stranger's new browser: asks for a code to the mailbox, and types wrong ones, whether or not it was mailed one. */
async function guessAnew(tally: Tally, { email, address, tries }: { email: string; address: string; tries: number }) {
  useBrowser();
  const asked = await ask({ email, at: AT, address });
  const typed = { browserHash: await ensureBrowserHash(), code: asked.ok ? wrong(asked.code) : "000000" };
  for (let made = 0; made < tries && tally.tries < TRIES; made += 1) {
    const answer = await signInMember(typed, from(address), AT);
    const isHopeless = !answer.ok && answer.reason === "wrong_code" && typed.code.length > 6;
    tally.note(isHopeless ? { ok: false, reason: "wrong_long_code" } : answer);
  }
}

test(
  "one mailbox, many addresses: of all tries at most ten at short codes are judged in an hour, none opens, and the owner is in at once where they were before",
  async () => {
    const email = newEmail();
    const own = useBrowser();
    expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
    const tally = new Tally();
    while (tally.tries < TRIES) await guessAnew(tally, { email, address: newAddress(), tries: 3 });
    expect(tally.of("in")).toBe(0);
    expect(tally.of("wrong_code")).toBeGreaterThanOrEqual(5);
    expect(tally.of("wrong_code")).toBeLessThanOrEqual(10);
    expect(tally.of("wrong_long_code")).toBeGreaterThan(100);
    useBrowser();
    const elsewhere = await ask({ email, at: AT });
    expect(elsewhere.ok || waitOf(elsewhere)).toBeLessThanOrEqual(DAY);
    useBrowser(own);
    expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
  },
  PATIENCE,
);

test(
  "one address, a new mailbox each time: of all tries a hundred codes are judged in an hour, and who comes from elsewhere waits for nothing",
  async () => {
    const [address, tally] = [newAddress(), new Tally()];
    while (tally.tries < TRIES) await guessAnew(tally, { email: newEmail(), address, tries: 1 });
    expect([tally.of("in"), tally.of("wrong_code")]).toEqual([0, 100]);
    useBrowser();
    const typed = await askCode({ email: newEmail(), at: AT });
    const here = await signInMember(typed, from(address), AT);
    expect(here.ok || waitOf(here)).toBeLessThanOrEqual(HOUR);
    expect(await signInMember(typed, from(), AT)).toMatchObject({ ok: true });
  },
  PATIENCE,
);

test(
  "an authenticator app, by who reads the mailbox: ten codes are judged in an hour and thirty in a day; its owner signs in on their own browser",
  async () => {
    const hired = await hire();
    const own = useBrowser();
    await signInStaff(hired);
    const browsers: Buffer[] = [];
    for (let count = 0; count < 8; count += 1) {
      useBrowser();
      browsers.push(await proveAddress(hired));
    }
    useBrowser();
    const now = nextNow();
    const guess = (turn: number) =>
      signInByTotp(
        { browserHash: browsers[turn % browsers.length] as Buffer, code: wrong(codeAt(now)) },
        from(),
        now,
        AT,
      );
    const judged: number[] = [];
    for (let hour = 0; hour < 4; hour += 1) {
      const tally = await tryOn(guess, Math.ceil(TRIES / 4));
      judged.push(tally.of("wrong_totp"));
      expect(tally.of("in")).toBe(0);
      await admin`delete from rate_limits where key like 'totp_guess:%'`;
    }
    expect(judged).toEqual([10, 10, 10, 0]);
    const acts = await actsOn(admin, hired.staffId);
    expect(acts.filter((act) => act === "sign_in denied: wrong_totp")).toHaveLength(30);
    useBrowser(own);
    await signInStaff(hired);
  },
  PATIENCE,
);

test(
  "an enrolment code, by who reads the mailbox: ten are judged, and the wait is an hour",
  async () => {
    const hired = await hire({ enrolled: false });
    await db.transaction((tx) => openInvitation(tx, { staffId: hired.staffId, kind: "first", approvalId: null }, AT));
    const browserHash = await proveAddress(hired);
    const code = (turn: number) => String(turn).padStart(8, "0");
    const tally = await tryOn((turn) => acceptEnrolmentCode({ browserHash, code: code(turn) }, from(), AT));
    expect([tally.of("in"), TRIES - tally.of("too_many_guesses")]).toEqual([0, 10]);
    expect(waitOf(await acceptEnrolmentCode({ browserHash, code: code(0) }, from(), AT))).toBeLessThanOrEqual(HOUR);
  },
  PATIENCE,
);
