import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/portal/v1/backchannel-logout/route";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { startSession } from "@/lib/auth/start-session";
import { sendHeaders, useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT } from "../../support/fixtures";
import { portalPeople } from "../../support/portal-book";
import { logoutToken, type TokenChanges } from "../../support/portal-tokens";
import { openProviders, type Providers, signInAt } from "../../support/provider-world";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const TARO = portalPeople.taro?.sub ?? "";
let providers: Providers;
let jar = useBrowser();
beforeAll(async () => {
  providers = await openProviders();
});
afterAll(() => Promise.all(Object.values(providers).map(({ stop }) => stop())));
beforeEach(() => {
  jar = useBrowser();
});

const sessionIn = (browser: Map<string, string>) => findSession(browser.get(MEMBER_COOKIE) ?? "", AT);

/** The provider's server speaks: no cookie, no Origin. */
async function tell(token: string, type = "application/x-www-form-urlencoded"): Promise<number> {
  useBrowser();
  sendHeaders({ "content-type": type, "x-komapo-peer": "192.0.2.7" });
  const body = new URLSearchParams({ logout_token: token }).toString();
  const request = new Request("http://localhost:3000/api/portal/v1/backchannel-logout", {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
  return (await POST(request)).status;
}

async function signedIn(who = "taro"): Promise<Map<string, string>> {
  jar = useBrowser();
  await signInAt({ who });
  expect(await sessionIn(jar)).toBeDefined();
  return jar;
}

const told = async (changes: TokenChanges = {}, sub = TARO) =>
  tell(await logoutToken(changes.issuer ?? providers.portal.issuer, { sub }, changes));

test("a sign-out there ends every session that the portal opened for that person, from the next request on", async () => {
  const [phone, tablet, other] = [await signedIn(), await signedIn(), await signedIn("saburo")];
  const memberId = (await sessionIn(phone))?.memberId ?? "";
  const byMail = useBrowser();
  await startSession({ memberId }, AT);
  expect(await told()).toBe(200);
  expect([await sessionIn(phone), await sessionIn(tablet)]).toEqual([undefined, undefined]);
  expect(await sessionIn(other), "somebody else's").toBeDefined();
  expect(await sessionIn(byMail), "one that the portal did not open").toBeDefined();
  const events = await admin`select actor from member_events where member_id = ${memberId} and kind = 'ended_session'`;
  expect(events).toEqual([{ actor: "system:portal" }]);
});

test("the id of the portal's own session ends that one alone", async () => {
  const [one, other] = [await signedIn(), await signedIn()];
  const sid = "a session of the portal";
  const { createHash } = await import("node:crypto");
  const hash = createHash("sha256").update(sid).digest();
  const token = createHash("sha256")
    .update(one.get(MEMBER_COOKIE) ?? "")
    .digest();
  await admin`update member_sessions set provider_sid_hash = ${hash} where token_hash = ${token}`;
  expect(await tell(await logoutToken(providers.portal.issuer, { sid }))).toBe(200);
  expect(await sessionIn(one)).toBeUndefined();
  expect(await sessionIn(other)).toBeDefined();
});

test("the session's own id there is kept at sign-in", async () => {
  const own = await signedIn();
  const { memberId } = (await sessionIn(own)) ?? { memberId: "" };
  const rows =
    await admin`select 1 from member_sessions where member_id = ${memberId} and provider_sid_hash is not null`;
  expect(rows.length).toBeGreaterThan(0);
});

test("the same token twice ends nothing more", async () => {
  const token = await logoutToken(providers.portal.issuer, { sub: TARO });
  await signedIn();
  expect(await tell(token)).toBe(200);
  const again = await signedIn();
  expect(await tell(token)).toBe(200);
  expect(await sessionIn(again)).toBeDefined();
});

test("a session goes on when the way in that opened it is removed, and ends with the sign-out there all the same", async () => {
  const own = await signedIn();
  const { memberId } = (await sessionIn(own)) ?? { memberId: "" };
  await admin`update members set admitted_by = (select id from staff limit 1) where id = ${memberId}`;
  await admin`update member_identities set removed_at = now() where member_id = ${memberId}`;
  expect(await sessionIn(own)).toBeDefined();
  expect(await told()).toBe(200);
  expect(await sessionIn(own)).toBeUndefined();
});

test("a body that never ends is not read to its end", async () => {
  sendHeaders({ "x-komapo-peer": "192.0.2.8" });
  const piece = new TextEncoder().encode("logout_token=".padEnd(4_000, "x"));
  let pieces = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      pieces += 1;
      stream.enqueue(piece);
    },
  });
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const sent = { method: "POST", headers, body, duplex: "half" } as RequestInit;
  const answered = await POST(new Request("http://localhost:3000/api/portal/v1/backchannel-logout", sent));
  expect(answered.status).toBe(400);
  expect(pieces).toBeLessThan(10);
});

test.each<[string, TokenChanges]>([
  ["one for another client", { audience: "portal-home" }],
  ["one of nobody's", { issuer: "https://evil.example" }],
  ["one with a nonce", { claims: { nonce: "n" } }],
  ["an ID token", { claims: { events: undefined } }],
  ["one for neither a person nor a session", { claims: { sub: undefined } }],
  ["one without its own id", { claims: { jti: undefined } }],
  ["an old one", { age: 3600, lifetime: 7200 }],
  ["an expired one", { lifetime: -60 }],
])("a token that does not hold ends nothing: %s", async (_, changes) => {
  const own = await signedIn();
  expect(await told(changes)).toBe(400);
  expect(await sessionIn(own)).toBeDefined();
});

test("what is no form, or no token, is refused", async () => {
  expect(await tell("x")).toBe(400);
  expect(await tell("")).toBe(400);
  expect(await tell("x", "application/json")).toBe(400);
});
