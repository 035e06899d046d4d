import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ensureBrowserHash } from "@/lib/auth/browser";
import { STAFF_COOKIE } from "@/lib/auth/cookies";
import { signInByPasskey } from "@/lib/auth/sign-in-by-passkey";
import { env } from "@/lib/env";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerAgain } from "@/lib/passkeys/questions";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { findSessionStaff } from "@/lib/staff/queries";
import { removeFactor } from "@/lib/staff/remove-factor";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { from, newAddress } from "../../support/sign-in";
import { SoftAuthenticator, type Twist } from "../../support/soft-authenticator";
import { actsOn } from "../../support/staff-fixtures";
import { answerSignIn, givePasskey } from "../../support/staff-passkeys";
import { hire, signInStaff } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const sessionsOf = async (staffId: string) =>
  (await admin`select 1 from staff_sessions where staff_id = ${staffId}`).length;
const refused = (reason: string) => ({ ok: false, reason });

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

async function hireWithPasskey() {
  const hired = await hire();
  const { authenticator, added } = await givePasskey(hired);
  if (!added.ok) throw new Error(added.reason);
  return { ...hired, authenticator, passkeyId: added.value.passkeyId };
}

test("a passkey that verified its person opens a session by itself, and the sign-in is one act", async () => {
  const { staffId, authenticator } = await hireWithPasskey();
  const browser = useBrowser();
  expect(await signInByPasskey(await answerSignIn(authenticator), from(), AT)).toMatchObject({ ok: true });
  const session = await findSessionStaff(hashSecret(browser.get(STAFF_COOKIE) ?? ""), AT);
  expect(session).toMatchObject({ staffId, provenAt: AT });
  expect(await actsOn(admin, staffId)).toEqual(["add_staff", "add_factor", "sign_in"]);
});

const twists: [string, Twist][] = [
  ["made for another origin", { origin: "https://evil.example" }],
  ["made for another host", { rpId: "evil.example" }],
  ["of somebody who was not verified (UV=0)", { isVerified: false }],
];

test.each(twists)("an answer %s is refused, and is one denied act", async (_, twist) => {
  const { staffId, authenticator } = await hireWithPasskey();
  const answer = await answerSignIn(authenticator, twist);
  expect(await signInByPasskey(answer, from(), AT)).toEqual(refused("passkey_refused"));
  expect(await sessionsOf(staffId)).toBe(0);
  expect((await actsOn(admin, staffId)).at(-1)).toBe("sign_in denied: passkey_refused");
});

test.each(twists)("a new passkey %s is not kept", async (_, twist) => {
  const hired = await hire();
  expect((await givePasskey(hired, twist)).added).toEqual(refused("passkey_refused"));
  expect(await admin`select 1 from staff_passkeys where staff_id = ${hired.staffId}`).toHaveLength(0);
  expect((await actsOn(admin, hired.staffId)).at(-1)).toBe("add_factor denied: passkey_refused");
});

test("an answer that was taken is refused when it is sent again", async () => {
  const { staffId, authenticator } = await hireWithPasskey();
  const answer = await answerSignIn(authenticator);
  expect(await signInByPasskey(answer, from(), AT)).toMatchObject({ ok: true });
  expect(await signInByPasskey(answer, from(), AT)).toEqual(refused("challenge_spent"));
  expect((await actsOn(admin, staffId)).at(-1)).toBe("sign_in denied: challenge_spent");
});

test("one answer sent ten times at the same moment opens one session", async () => {
  const { staffId, authenticator } = await hireWithPasskey();
  const answer = await answerSignIn(authenticator);
  const answers = await Promise.all(Array.from({ length: 10 }, () => signInByPasskey(answer, from(), AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await sessionsOf(staffId)).toBe(1);
});

test("a question is answered in the browser it was asked in, within five minutes, and for what it was asked", async () => {
  const { staffId, authenticator } = await hireWithPasskey();
  const answer = await answerSignIn(authenticator);
  const elsewhere = { ...answer, browserHash: Buffer.alloc(32, 9) };
  expect(await signInByPasskey(elsewhere, from(), AT)).toEqual(refused("challenge_spent"));
  const late = new Date(AT.getTime() + 5 * 60_000);
  expect(await signInByPasskey(await answerSignIn(authenticator), from(), late)).toEqual(refused("challenge_spent"));
  const browserHash = await ensureBrowserHash();
  const assertion = authenticator.get(
    await offerAgain(staffKeys, { browserHash, purpose: "step_up", ownerId: staffId }, AT),
  );
  expect(await signInByPasskey({ browserHash, assertion }, from(), AT)).toEqual(refused("challenge_spent"));
  const invented = authenticator.get({ challenge: Buffer.alloc(32, 1).toString("base64url") });
  expect(await signInByPasskey({ browserHash, assertion: invented }, from(), AT)).toEqual(refused("challenge_spent"));
  expect(await sessionsOf(staffId)).toBe(0);
});

test("a counter that goes back or stands still is a copied key and is refused", async () => {
  const { staffId, authenticator } = await hireWithPasskey();
  expect(await signInByPasskey(await answerSignIn(authenticator, { counter: 50 }), from(), AT)).toMatchObject({
    ok: true,
  });
  for (const counter of [49, 50]) {
    const answer = await answerSignIn(authenticator, { counter });
    expect(await signInByPasskey(answer, from(), AT)).toEqual(refused("counter_went_back"));
  }
  expect((await actsOn(admin, staffId)).at(-1)).toBe("sign_in denied: counter_went_back");
  expect(await signInByPasskey(await answerSignIn(authenticator, { counter: 51 }), from(), AT)).toMatchObject({
    ok: true,
  });
});

test("a removed passkey opens nothing, and neither does one that was never ours", async () => {
  const { staffId, authenticator, passkeyId } = await hireWithPasskey();
  const actor = { staffId, requestId: null };
  expect(await removeFactor({ factorId: passkeyId }, actor, AT)).toMatchObject({ ok: true });
  expect(await signInByPasskey(await answerSignIn(authenticator), from(), AT)).toEqual(refused("passkey_removed"));
  expect((await actsOn(admin, staffId)).at(-1)).toBe("sign_in denied: passkey_removed");
  const stranger = new SoftAuthenticator(env.APP_ORIGIN);
  expect(await signInByPasskey(await answerSignIn(stranger), from(), AT)).toEqual(refused("passkey_refused"));
});

test("a key that answers in another's name is refused", async () => {
  const { authenticator } = await hireWithPasskey();
  const forger = await answerSignIn(new SoftAuthenticator(env.APP_ORIGIN));
  const id = authenticator.id.toString("base64url");
  const assertion = { ...forger.assertion, id, rawId: id };
  expect(await signInByPasskey({ ...forger, assertion }, from(), AT)).toEqual(refused("passkey_refused"));
});

test("an address that has shown three hundred passkeys is told to wait, unwritten; others go on", async () => {
  const { staffId, authenticator } = await hireWithPasskey();
  const address = newAddress();
  await admin`insert into rate_limits (key, points, expire) values (${`passkey_answer:${address}`}, 299, ${Date.now() + 600_000})`;
  const answer = await answerSignIn(authenticator, { isVerified: false });
  expect(await signInByPasskey(answer, from(address), AT)).toEqual(refused("passkey_refused"));
  const right = await answerSignIn(authenticator);
  expect(await signInByPasskey(right, from(address), AT)).toMatchObject({ reason: "too_many_guesses" });
  expect((await actsOn(admin, staffId)).filter((act) => act.startsWith("sign_in"))).toHaveLength(1);
  expect(await signInByPasskey(right, from(), AT)).toMatchObject({ ok: true });
});

test("a disabled person's passkey opens nothing", async () => {
  const { staffId, authenticator } = await hireWithPasskey();
  await admin`update staff set disabled = true where id = ${staffId}`;
  expect(await signInByPasskey(await answerSignIn(authenticator), from(), AT)).toEqual(refused("disabled"));
  expect(await sessionsOf(staffId)).toBe(0);
});

test("one authenticator's passkey cannot be registered twice, for whomever", async () => {
  const [one, other] = [await hire(), await hire()];
  const { authenticator } = await givePasskey(one);
  const again = new SoftAuthenticator(env.APP_ORIGIN);
  Object.defineProperty(again, "id", { value: authenticator.id });
  const { offerRegistration } = await import("@/lib/passkeys/questions");
  const { addPasskey } = await import("@/lib/staff/add-passkey");
  const browserHash = await ensureBrowserHash();
  const owner = { browserHash, ownerId: other.staffId, email: other.email, name: "別の人" };
  const options = await offerRegistration(staffKeys, owner, "こまポ", AT);
  const wish = { browserHash, registration: again.create(options), label: "" };
  expect(await addPasskey(wish, { staffId: other.staffId, requestId: null }, AT)).toEqual(refused("passkey_known"));
});

test("signing in by passkey ends the session that this browser had before", async () => {
  const { staffId, email, authenticator } = await hireWithPasskey();
  await signInStaff({ email });
  await signInByPasskey(await answerSignIn(authenticator), from(), AT);
  expect(await sessionsOf(staffId)).toBe(1);
});
