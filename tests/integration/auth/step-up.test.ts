import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ensureBrowserHash } from "@/lib/auth/browser";
import { STAFF_COOKIE } from "@/lib/auth/cookies";
import { requireFresh, requireFreshAct } from "@/lib/auth/guards";
import { stepUpByPasskey, stepUpByTotp } from "@/lib/auth/step-up";
import { env } from "@/lib/env";
import { staffKeys } from "@/lib/passkeys/keys";
import { offerAgain } from "@/lib/passkeys/questions";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { findSessionStaff } from "@/lib/staff/queries";
import { sendHeaders, useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { newAddress, wrong } from "../../support/sign-in";
import { actsOn } from "../../support/staff-fixtures";
import { answerSignIn, givePasskey } from "../../support/staff-passkeys";
import { codeAt, type Hired, hire, nextNow, signInStaff } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

const admin = adminSql();
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

async function signIn(hired: Hired) {
  const browser = useBrowser();
  await signInStaff(hired);
  const token = hashSecret(browser.get(STAFF_COOKIE) ?? "");
  const session = await findSessionStaff(token, AT);
  if (!session) throw new Error("no session");
  const actor = { staffId: hired.staffId, requestId: "request-4", address: newAddress() };
  const provenAt = async (at: Date) => (await findSessionStaff(token, at))?.provenAt;
  return { provenAt, steps: { sessionId: session.sessionId, actor } };
}

test("the code of the authenticator app makes the session fresh, and is one act", async () => {
  const hired = await hire();
  const { steps, provenAt } = await signIn(hired);
  const now = nextNow();
  expect(await stepUpByTotp({ code: wrong(codeAt(now)) }, steps, now, later(9))).toMatchObject({
    reason: "wrong_totp",
  });
  expect(await provenAt(later(9))).toEqual(AT);
  expect(await stepUpByTotp({ code: codeAt(now) }, steps, now, later(9))).toMatchObject({ ok: true });
  expect(await provenAt(later(9))).toEqual(later(9));
  expect(await stepUpByTotp({ code: codeAt(now) }, steps, now, later(9))).toMatchObject({ reason: "totp_used" });
  const acts = ["step_up denied: wrong_totp", "step_up", "step_up denied: totp_used"];
  expect((await actsOn(admin, hired.staffId)).slice(2)).toEqual(acts);
});

test("one's own passkey makes the session fresh; another's and an answer to a sign-in do not", async () => {
  const [hired, other] = [await hire(), await hire()];
  const { authenticator: others } = await givePasskey(other);
  const { steps, provenAt } = await signIn(hired);
  const { authenticator } = await givePasskey(hired);
  const browserHash = await ensureBrowserHash();
  const question = () => offerAgain(staffKeys, { browserHash, purpose: "step_up", ownerId: hired.staffId }, later(9));
  const foreign = { browserHash, assertion: others.get(await question()) };
  expect(await stepUpByPasskey(foreign, steps, later(9))).toMatchObject({ reason: "passkey_refused" });
  const signInAnswer = await answerSignIn(authenticator, {}, later(9));
  expect(await stepUpByPasskey(signInAnswer, steps, later(9))).toMatchObject({ reason: "challenge_spent" });
  expect(await provenAt(later(9))).toEqual(AT);
  const own = { browserHash, assertion: authenticator.get(await question()) };
  expect(await stepUpByPasskey(own, steps, later(9))).toMatchObject({ ok: true });
  expect(await provenAt(later(9))).toEqual(later(9));
});

test("a page that wants a fresh factor leads to step-up and back, an action gives the typed values back with the way to it", async () => {
  const hired = await hire();
  const browser = useBrowser();
  const now = new Date();
  await signInStaff(hired, now);
  const form = new FormData();
  form.set("reason", "異動のため");
  form.set("code", "123456");
  expect(await requireFreshAct("console.read", form, ["code"])).toMatchObject({ ok: true });
  await admin`update staff_sessions set proven_at = now() - interval '6 minutes' where staff_id = ${hired.staffId}`;
  useBrowser(browser);
  sendHeaders({ origin: env.APP_ORIGIN });
  const redirected = expect.objectContaining({ digest: expect.stringContaining(";/admin/step-up?to=%2Fadmin%2Fme;") });
  await expect(requireFresh("console.read", "/admin/me")).rejects.toEqual(redirected);
  const asked = await requireFreshAct("console.read", form, ["code"]);
  expect(asked).toMatchObject({
    ok: false,
    answer: { values: { reason: "異動のため" }, notice: { link: { href: "/admin/step-up" } } },
  });
  expect(asked.ok || asked.answer.values).not.toHaveProperty("code");
});
