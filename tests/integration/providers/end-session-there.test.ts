import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { startSession } from "@/lib/auth/start-session";
import { env } from "@/lib/env";
import { findOpener } from "@/lib/members/find-opener";
import { findEndSession } from "@/lib/providers/find-end-session";
import { useBrowser } from "../../support/browser";
import { AT, makeMember } from "../../support/fixtures";
import { openProviders, type Providers, signInAt } from "../../support/provider-world";

vi.mock("next/headers", () => import("../../support/browser"));

let providers: Providers;
beforeAll(async () => {
  providers = await openProviders();
});
afterAll(() => Promise.all(Object.values(providers).map(({ stop }) => stop())));
let jar = useBrowser();
beforeEach(() => {
  jar = useBrowser();
});

const openerHere = async () => findOpener((await findSession(jar.get(MEMBER_COOKIE) ?? "", AT))?.sessionId ?? "");

test("a session knows the provider that opened it, and one that a mail or a passkey opened knows none", async () => {
  await signInAt();
  expect(await openerHere()).toBe("portal");
  jar = useBrowser();
  await startSession({ memberId: (await makeMember()).memberId }, AT);
  expect(await openerHere()).toBeUndefined();
});

test("the way out at a provider is its own page, which is told who asks and where to lead back to", async () => {
  const { name, address } = (await findEndSession("portal")) ?? { name: "", address: "" };
  const { issuer } = providers.portal;
  const { origin, pathname, searchParams } = new URL(address);
  expect([name, origin, pathname]).toEqual(["市ポータル portal", issuer, "/session/end"]);
  expect(Object.fromEntries(searchParams)).toEqual({
    client_id: "komapo",
    post_logout_redirect_uri: new URL("/", env.APP_ORIGIN).href,
  });
  expect((await fetch(address, { redirect: "manual" })).status, "the provider knows the asker and the way back").toBe(
    200,
  );
});

test("none is offered of a step-up, of nobody's key, and of a provider that is down", async () => {
  for (const key of ["step", "nobody", "", "__proto__"]) expect(await findEndSession(key)).toBeUndefined();
  await providers.second.stop();
  expect(await findEndSession("second")).toBeUndefined();
});
