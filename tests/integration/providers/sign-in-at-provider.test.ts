import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { openProviderSignIn } from "@/lib/auth/start-provider-sign-in";
import { env } from "@/lib/env";
import { admitIdentity } from "@/lib/members/admit-identity";
import { indexSubject } from "@/lib/shared/index-subject";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT } from "../../support/fixtures";
import { answer, openProviders, type Providers, passProvider, signInAt } from "../../support/provider-world";
import { signUpMember } from "../../support/registered";
import { openUserAgent } from "../../support/user-agent";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
let providers: Providers;
beforeAll(async () => {
  providers = await openProviders();
});
afterAll(() => Promise.all(Object.values(providers).map(({ stop }) => stop())));
let jar = useBrowser();
beforeEach(() => {
  jar = useBrowser();
});

const memberHere = async () => (await findSession(jar.get(MEMBER_COOKIE) ?? "", AT))?.memberId;
const memberCount = async () => (await admin`select 1 from members`).length;
const whyOf = (landing: string) => new URL(landing, "http://here").searchParams.get("why");

test("the first success opens the membership, a session of our own and the sign-up, and the next one lands where it was going", async () => {
  expect(await signInAt({ resumeTo: "/shops" })).toMatch(/^\/sign-up\?to=/);
  const first = (await memberHere()) ?? "";
  await signUpMember(first, AT);
  jar = useBrowser();
  expect(await signInAt({ resumeTo: "/shops" })).toBe("/shops");
  expect(await memberHere()).toBe(first);
  const [row] = await admin`select email_index, account_id is not null as has_wallet from members where id = ${first}`;
  expect(row).toEqual({ email_index: null, has_wallet: true });
});

test("ten first sign-ins of one person at once are one member with one way in", async () => {
  const before = await memberCount();
  const identity = {
    issuer: "https://portal.example",
    subjectIndex: indexSubject(env.INDEX_KEY, "https://portal.example", "x"),
  };
  const admitted = await Promise.all(
    Array.from({ length: 10 }, () => db.transaction((tx) => admitIdentity(tx, identity, AT))),
  );
  expect(new Set(admitted.map((each) => each.ok && each.value.memberId)).size).toBe(1);
  expect(await memberCount()).toBe(before + 1);
});

test("a second provider is a row and a key in the environment (private_key_jwt), and its people are others", async () => {
  await signInAt();
  const own = await memberHere();
  jar = useBrowser();
  expect(await signInAt({ key: "second", resumeTo: "/scan" })).toMatch(/^\/sign-up\?to=/);
  expect(await memberHere()).not.toBe(own);
});

test("silent: a session there signs in here without a page; none there lands on the target signed out", async () => {
  const agent = openUserAgent();
  expect(await signInAt({ silent: true, resumeTo: "/scan", agent })).toBe("/scan");
  expect(await memberHere()).toBeUndefined();
  await signInAt({ agent });
  jar = useBrowser();
  const start = await openProviderSignIn({ key: "portal", mode: "sign_in", silent: true, resumeTo: "/shops" });
  const { url, page } = await agent.follow(start);
  expect(page).toBeUndefined();
  expect(await answer(new URL(url))).toBe("/shops");
  expect(await memberHere()).toBeDefined();
});

test("a denied consent, a wrong state, another browser and a replayed answer end on sentences and open nothing", async () => {
  expect(whyOf(await signInAt({ who: "deny" }))).toBe("consent_denied");
  const start = await openProviderSignIn({ key: "portal", mode: "sign_in" });
  const back = await passProvider(openUserAgent(), start);
  const wrong = new URL(back);
  wrong.searchParams.set("state", "another");
  expect(whyOf(await answer(wrong))).toBe("answer_spoiled");
  const own = useBrowser();
  expect(whyOf(await answer(back))).toBe("answer_spoiled");
  jar = useBrowser(own);
  expect(await memberHere()).toBeUndefined();
});

test("an answer is taken once: opened again it leads home whoever is signed in, and a stolen code opens nothing", async () => {
  const start = await openProviderSignIn({ key: "portal", mode: "sign_in" });
  const back = await passProvider(openUserAgent(), start);
  const before = new Map(jar);
  expect(await answer(back)).toBe("/");
  expect(await answer(back)).toBe("/");
  jar = useBrowser(before);
  expect(whyOf(await answer(back))).toBe("answer_spoiled");
  expect(await memberHere()).toBeUndefined();
});

test("an answer whose nonce is not this browser's is refused", async () => {
  const [start, other] = [
    await openProviderSignIn({ key: "portal", mode: "sign_in" }),
    await openProviderSignIn({ key: "portal", mode: "sign_in" }),
  ];
  const swapped = new URL(start);
  swapped.searchParams.set("state", String(new URL(other).searchParams.get("state")));
  swapped.searchParams.set("code_challenge", String(new URL(other).searchParams.get("code_challenge")));
  expect(whyOf(await answer(await passProvider(openUserAgent(), swapped.href)))).toBe("answer_spoiled");
});

test("a membership that ended is opened by no provider", async () => {
  await signInAt({ who: "jiro" });
  const ended = (await memberHere()) ?? "";
  await admin`update members set state = 'left', left_at = now() where id = ${ended}`;
  jar = useBrowser();
  expect(whyOf(await signInAt({ who: "jiro" }))).toBe("membership_ended");
  expect(await memberHere()).toBeUndefined();
});

test("a provider that is down is said so; silently, the target is shown", async () => {
  const { stop } = providers.second;
  await stop();
  expect(whyOf(await signInAt({ key: "second" }))).toBe("provider_down");
  expect(await signInAt({ key: "second", silent: true, resumeTo: "/shops" })).toBe("/shops");
  expect(whyOf(await openProviderSignIn({ key: "unknown", mode: "sign_in" }))).toBe("provider_down");
});
