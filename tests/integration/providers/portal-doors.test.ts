import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { enterByLink, findPortalVisit } from "@/lib/auth/portal-visit";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT } from "../../support/fixtures";
import { answer, openProviders, type Providers, signInAt } from "../../support/provider-world";
import { signUpMember } from "../../support/registered";
import { openUserAgent } from "../../support/user-agent";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
let providers: Providers;
let jar = useBrowser();
beforeAll(async () => {
  providers = await openProviders();
});
afterAll(() => Promise.all(Object.values(providers).map(({ stop }) => stop())));
beforeEach(() => {
  jar = useBrowser();
});

const here = async () => (await findSession(jar.get(MEMBER_COOKIE) ?? "", AT))?.memberId;
const enter = (target: string, from: string | undefined = "portal", lang?: string) =>
  enterByLink({ target, from, lang });

test("whoever is signed in there lands on the target, and somebody new on the sign-up before it", async () => {
  const agent = openUserAgent();
  await signInAt({ agent });
  jar = useBrowser();
  const asked = await enter("/shops");
  const { url, page } = await agent.follow(asked);
  expect(page, "no screen that needs a tap").toBeUndefined();
  expect(await answer(new URL(url))).toMatch(/^\/sign-up\?to=/);
  await signUpMember((await here()) ?? "", AT);
  jar = useBrowser();
  const again = await agent.follow(await enter("/shops"));
  expect(await answer(new URL(again.url))).toBe("/shops");
  expect(await here()).toBeDefined();
});

test("login_required lands on the target signed out, and the portal is not asked again at once", async () => {
  const asked = await enter("/scan");
  expect(new URL(asked).searchParams.get("prompt")).toBe("none");
  const { url } = await openUserAgent().follow(asked);
  expect(new URL(url).searchParams.get("error")).toBe("login_required");
  expect(await answer(new URL(url))).toBe("/scan");
  expect(await here()).toBeUndefined();
  expect(await enter("/scan")).toBe("/scan");
});

test("who is signed in here, or does not come from the portal, is led to the target at once", async () => {
  expect(await enter("/scan", "elsewhere")).toBe("/scan");
  await signInAt();
  expect(await enter("/scan")).toBe("/scan");
});

test("a window that came from the portal knows the way back, and no other does", async () => {
  expect(await findPortalVisit()).toBeUndefined();
  await enter("/scan");
  expect(await findPortalVisit()).toEqual({ name: "市ポータル portal", homeUrl: `${providers.portal.issuer}/home` });
});

test("a language that has words is kept, and another is passed over", async () => {
  await enter("/scan", undefined, "xx");
  expect(jar.get("__Host-komapo-lang")).toBeUndefined();
  await enter("/scan", undefined, "ja-JP");
  expect(jar.get("__Host-komapo-lang")).toBe("ja");
});

test("a portal that is down, or none at all, leaves the target", async () => {
  await providers.portal.stop();
  expect(await enter("/shops")).toBe("/shops");
  await admin`update identity_providers set is_enabled = false`;
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  jar = useBrowser();
  expect(await enter("/shops")).toBe("/shops");
});
