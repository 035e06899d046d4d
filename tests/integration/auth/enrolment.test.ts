import { generateSync } from "otplib";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { acceptEnrolmentCode } from "@/lib/auth/accept-enrolment-code";
import { ensureBrowserHash } from "@/lib/auth/browser";
import { STAFF_COOKIE } from "@/lib/auth/cookies";
import { enrolByPasskey } from "@/lib/auth/enrol-by-passkey";
import { enrolByTotp } from "@/lib/auth/enrol-by-totp";
import { signInByPasskey } from "@/lib/auth/sign-in-by-passkey";
import { env } from "@/lib/env";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerRegistration } from "@/lib/passkeys/questions";
import { openInvitation } from "@/lib/staff/open-invitation";
import { startTotp } from "@/lib/staff/start-totp";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { from, wrong } from "../../support/sign-in";
import { SoftAuthenticator } from "../../support/soft-authenticator";
import { actsOn } from "../../support/staff-fixtures";
import { answerSignIn, givePasskey } from "../../support/staff-passkeys";
import { type Hired, hire, nextNow, proveAddress, signInStaff } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const HOUR = 3_600_000;
const label = "Chrome / Windows";

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

const invite = async ({ staffId }: Hired, kind: "first" | "recovery" = "first") =>
  (await db.transaction((tx) => openInvitation(tx, { staffId, kind, approvalId: null }, AT))).replace("-", "");

const sessionsOf = async ({ staffId }: Hired) =>
  (await admin`select 1 from staff_sessions where staff_id = ${staffId}`).length;

const accept = async (code: string, at = AT) =>
  acceptEnrolmentCode({ browserHash: await ensureBrowserHash(), code }, from(), at);

async function enrolPasskey({ staffId, email }: Hired, at = AT) {
  const browserHash = await ensureBrowserHash();
  const authenticator = new SoftAuthenticator(env.APP_ORIGIN);
  const options = await offerRegistration(
    staffKeys,
    { browserHash, ownerId: staffId, email, name: "花子" },
    "こまポ",
    at,
  );
  const wish = { browserHash, registration: authenticator.create(options), label };
  return { authenticator, wish, enrolled: await enrolByPasskey(wish, from(), at) };
}

test("whoever proves the address and has the code registers a passkey and is in; before that no session exists", async () => {
  const hired = await hire({ enrolled: false });
  const code = await invite(hired);
  const browser = useBrowser();
  await proveAddress(hired);
  expect(await accept(code)).toMatchObject({ ok: true });
  expect(browser.has(STAFF_COOKIE)).toBe(false);
  expect(await sessionsOf(hired)).toBe(0);
  const { authenticator, enrolled } = await enrolPasskey(hired);
  expect(enrolled).toMatchObject({ ok: true, value: { kind: "first" } });
  expect(await sessionsOf(hired)).toBe(1);
  expect(await actsOn(admin, hired.staffId)).toEqual(["add_staff", "enrol_factor"]);
  useBrowser();
  expect(await signInByPasskey(await answerSignIn(authenticator), from(), AT)).toMatchObject({ ok: true });
});

test("an authenticator app is registered by its first code, which opens the session and nothing again", async () => {
  const hired = await hire({ enrolled: false });
  const code = await invite(hired);
  const browserHash = await proveAddress(hired);
  await accept(code);
  const { totpId, secret } = await startTotp(hired.staffId, AT);
  const now = nextNow();
  const shown = generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
  const typed = { browserHash, totpId };
  expect(await enrolByTotp({ ...typed, code: wrong(shown) }, from(), now, AT)).toMatchObject({ reason: "wrong_totp" });
  expect(await sessionsOf(hired)).toBe(0);
  expect(await enrolByTotp({ ...typed, code: shown }, from(), now, AT)).toMatchObject({ ok: true });
  const [kept] = await admin<{ step: string }[]>`select last_step as step from staff_totps where id = ${totpId}`;
  expect(Number(kept?.step)).toBe(Math.floor(now.getTime() / 30_000));
  const acts = ["add_staff", "enrol_factor denied: wrong_totp", "enrol_factor"];
  expect(await actsOn(admin, hired.staffId)).toEqual(acts);
});

test("without the code nothing can be registered, however the mail was read", async () => {
  const hired = await hire({ enrolled: false });
  await invite(hired);
  await proveAddress(hired);
  expect((await enrolPasskey(hired)).enrolled).toEqual({ ok: false, reason: "no_enrolment" });
  const { totpId } = await startTotp(hired.staffId, AT);
  const typed = { browserHash: await ensureBrowserHash(), totpId, code: "123456" };
  expect(await enrolByTotp(typed, from(), nextNow(), AT)).toEqual({ ok: false, reason: "no_enrolment" });
});

test("a code opens nothing for whoever has not proven the address, and nothing in another browser", async () => {
  const hired = await hire({ enrolled: false });
  const code = await invite(hired);
  useBrowser();
  expect(await accept(code)).toEqual({ ok: false, reason: "no_attempt" });
  await proveAddress(hired);
  await accept(code);
  useBrowser();
  expect((await enrolPasskey(hired)).enrolled).toEqual({ ok: false, reason: "no_enrolment" });
});

test("somebody else's code, an expired one and one that a newer voided are refused, each as one denied act", async () => {
  const [hired, other] = [await hire({ enrolled: false }), await hire({ enrolled: false })];
  const [code, others] = [await invite(hired), await invite(other)];
  await proveAddress(hired);
  expect(await accept(others)).toEqual({ ok: false, reason: "wrong_enrolment_code" });
  const late = new Date(AT.getTime() + 72 * HOUR);
  useBrowser();
  await proveAddress(hired, late);
  expect(await accept(code, late)).toEqual({ ok: false, reason: "invitation_expired" });
  await invite(hired);
  useBrowser();
  await proveAddress(hired);
  expect(await accept(code)).toEqual({ ok: false, reason: "wrong_enrolment_code" });
  expect(await actsOn(admin, hired.staffId)).toEqual([
    "add_staff",
    "enrol_factor denied: wrong_enrolment_code",
    "enrol_factor denied: invitation_expired",
    "enrol_factor denied: wrong_enrolment_code",
  ]);
});

test("after five wrong codes the right one is refused, also when they are typed at once", async () => {
  const hired = await hire({ enrolled: false });
  const code = await invite(hired);
  const wrongCode = code === "00000000" ? "11111111" : "00000000";
  await proveAddress(hired);
  const answers = await Promise.all(Array.from({ length: 8 }, () => accept(wrongCode)));
  const reasons = answers.map((answer) => (answer.ok ? "ok" : answer.reason));
  expect(reasons.filter((reason) => reason === "wrong_enrolment_code")).toHaveLength(5);
  expect(await accept(code)).toEqual({ ok: false, reason: "no_enrolment_tries_left" });
});

test("an invitation enrols one factor, also for two browsers at the same moment", async () => {
  const hired = await hire({ enrolled: false });
  const code = await invite(hired);
  const wishes = [];
  for (let count = 0; count < 2; count += 1) {
    useBrowser();
    await proveAddress(hired);
    await accept(code);
    const browserHash = await ensureBrowserHash();
    const options = await offerRegistration(
      staffKeys,
      { browserHash, ownerId: hired.staffId, email: hired.email, name: "花子" },
      "こまポ",
      AT,
    );
    wishes.push({ browserHash, registration: new SoftAuthenticator(env.APP_ORIGIN).create(options), label });
  }
  const answers = await Promise.all(wishes.map((wish) => enrolByPasskey(wish, from(), AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(
    await admin`select 1 from staff_passkeys where staff_id = ${hired.staffId} and removed_at is null`,
  ).toHaveLength(1);
  useBrowser();
  await proveAddress(hired);
  expect(await accept(code)).toEqual({ ok: false, reason: "no_invitation" });
});

test("recovery puts the new factor in the place of all old ones and ends every session", async () => {
  const hired = await hire();
  const { authenticator: lost } = await givePasskey(hired);
  await signInStaff(hired);
  const code = await invite(hired, "recovery");
  useBrowser();
  await proveAddress(hired);
  await accept(code);
  expect((await enrolPasskey(hired)).enrolled).toMatchObject({ ok: true, value: { kind: "recovery" } });
  expect(await sessionsOf(hired)).toBe(1);
  expect(await admin`select 1 from staff_totps where staff_id = ${hired.staffId} and removed_at is null`).toHaveLength(
    0,
  );
  useBrowser();
  expect(await signInByPasskey(await answerSignIn(lost), from(), AT)).toMatchObject({ reason: "passkey_removed" });
});
