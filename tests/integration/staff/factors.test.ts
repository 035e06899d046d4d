import { generateSync } from "otplib";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { STAFF_COOKIE } from "@/lib/auth/cookies";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { addTotp } from "@/lib/staff/add-totp";
import { endOtherSessions } from "@/lib/staff/end-other-sessions";
import { endSession } from "@/lib/staff/end-session";
import { listFactors } from "@/lib/staff/list-factors";
import { listSessions } from "@/lib/staff/list-sessions";
import { findSessionStaff } from "@/lib/staff/queries";
import { removeFactor } from "@/lib/staff/remove-factor";
import { startTotp } from "@/lib/staff/start-totp";
import { sendHeaders, useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { wrong } from "../../support/sign-in";
import { actsOn } from "../../support/staff-fixtures";
import { givePasskey } from "../../support/staff-passkeys";
import { type Hired, hire, nextNow, signInStaff } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const actorOf = ({ staffId }: Hired) => ({ staffId, requestId: "request-5" });
const shownBy = (secret: string, now: Date) => generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

async function signIn(hired: Hired) {
  const browser = useBrowser();
  sendHeaders({
    "user-agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36",
  });
  await signInStaff(hired);
  const token = hashSecret(browser.get(STAFF_COOKIE) ?? "");
  const found = await findSessionStaff(token, AT);
  return { token, sessionId: found?.sessionId ?? "" };
}

test("the last factor cannot be removed, also when two are removed at the same moment", async () => {
  const hired = await hire();
  const { added } = await givePasskey(hired);
  const { totp } = await listFactors(hired.staffId);
  const ids = [added.ok ? added.value.passkeyId : "", totp?.id ?? ""];
  const answers = await Promise.all(ids.map((factorId) => removeFactor({ factorId }, actorOf(hired), AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok)).toEqual([{ ok: false, reason: "last_factor" }]);
  const acts = await actsOn(admin, hired.staffId);
  expect(acts.slice(2).sort()).toEqual(["remove_factor", "remove_factor denied: last_factor"]);
});

test("nobody removes another's factor", async () => {
  const [hired, other] = [await hire(), await hire()];
  await givePasskey(hired);
  const { totp } = await listFactors(other.staffId);
  const answer = await removeFactor({ factorId: totp?.id ?? "" }, actorOf(hired), AT);
  expect(answer).toEqual({ ok: false, reason: "unknown_factor" });
  expect((await listFactors(other.staffId)).totp).toBeDefined();
});

test("a new authenticator app replaces the old one with its first right code, and not before", async () => {
  const hired = await hire();
  const before = (await listFactors(hired.staffId)).totp;
  const { totpId, secret } = await startTotp(hired.staffId, AT);
  const now = nextNow();
  const slip = { totpId, code: wrong(shownBy(secret, now)) };
  expect(await addTotp(slip, actorOf(hired), now, AT)).toEqual({ ok: false, reason: "wrong_totp" });
  expect((await listFactors(hired.staffId)).totp).toEqual(before);
  expect(await addTotp({ totpId, code: shownBy(secret, now) }, actorOf(hired), now, AT)).toMatchObject({ ok: true });
  expect((await listFactors(hired.staffId)).totp?.id).toBe(totpId);
  expect((await actsOn(admin, hired.staffId)).slice(1)).toEqual(["add_factor"]);
});

test("a secret is gone once another was started, after a quarter of an hour, and for anybody else", async () => {
  const [hired, other] = [await hire(), await hire()];
  const first = await startTotp(hired.staffId, AT);
  const now = nextNow();
  const typed = { totpId: first.totpId, code: shownBy(first.secret, now) };
  const gone = { ok: false, reason: "totp_gone" };
  expect(await addTotp(typed, actorOf(other), now, AT)).toEqual(gone);
  expect(await addTotp(typed, actorOf(hired), now, new Date(AT.getTime() + 15 * 60_000))).toEqual(gone);
  await startTotp(hired.staffId, AT);
  expect(await addTotp(typed, actorOf(hired), now, AT)).toEqual(gone);
});

test("one's own devices are listed by what they call themselves, and one that is ended is out at once", async () => {
  const hired = await hire();
  const [lost, here] = [await signIn(hired), await signIn(hired)];
  const listed = await listSessions(hired.staffId, AT);
  expect(listed.map(({ device, factor }) => `${device} ${factor}`)).toEqual(Array(2).fill("Chrome 142 / Windows totp"));
  expect(await endSession({ sessionId: lost.sessionId }, actorOf(hired), AT)).toMatchObject({ ok: true });
  expect(await findSessionStaff(lost.token, AT)).toBeUndefined();
  expect(await findSessionStaff(here.token, AT)).toBeDefined();
  expect(await actsOn(admin, lost.sessionId)).toEqual(["end_session"]);
});

test("nobody ends another's session, and a second time there is none to end", async () => {
  const [hired, other] = [await hire(), await hire()];
  const { sessionId, token } = await signIn(hired);
  const refused = { ok: false, reason: "unknown_session" };
  expect(await endSession({ sessionId }, actorOf(other), AT)).toEqual(refused);
  expect(await findSessionStaff(token, AT)).toBeDefined();
  await endSession({ sessionId }, actorOf(hired), AT);
  expect(await endSession({ sessionId }, actorOf(hired), AT)).toEqual(refused);
});

test("all other devices are out at once, this one and other people's stay", async () => {
  const [hired, other] = [await hire(), await hire()];
  const [one, two, here, others] = [await signIn(hired), await signIn(hired), await signIn(hired), await signIn(other)];
  expect(await endOtherSessions({ sessionId: here.sessionId }, actorOf(hired), AT)).toEqual({ ended: 2 });
  const alive = await Promise.all([one, two, here, others].map(({ token }) => findSessionStaff(token, AT)));
  expect(alive.map(Boolean)).toEqual([false, false, true, true]);
});
