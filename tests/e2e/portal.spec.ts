import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { RunningProvider } from "../support/identity-provider";
import { listPortal, PORTAL_NAME as NAME } from "../support/listed-portal";
import { type Matrix, openMatrix } from "../support/matrix";
import { payAt, signUpWhereAsked } from "../support/people";
import { send } from "../support/raw-request";
import { words } from "../support/words";

test.describe.configure({ mode: "serial", timeout: 180_000 });

const portalWords = words("portal");
const providers = words("providers");

let matrix: Matrix;
let portal: RunningProvider;
let frame: Server;
let frameOrigin = "";
let context: BrowserContext;
let page: Page;

/** A site of somebody else that shows the page named in its address. */
function serveFrame(): Promise<Server> {
  const server = createServer((request, response) => {
    const shown = new URL(request.url ?? "/", "http://frame").searchParams.get("shown") ?? "";
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><title>portal</title><iframe title="app" src="${shown}" width="380" height="600"></iframe>`,
    );
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  matrix = await openMatrix();
  frame = await serveFrame();
  frameOrigin = `http://127.0.0.1:${(frame.address() as AddressInfo).port}`;
  portal = await listPortal(matrix, frameOrigin);
  context = await browser.newContext({ baseURL: matrix.origin });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context?.close();
  frame?.close();
  await portal?.stop();
  await matrix?.stop();
});

const isSignedIn = async (): Promise<boolean> =>
  (await (await context.request.get("/api/auth/session")).json()).signedIn;
const forgetApp = () => context.clearCookies({ name: /^__Host-komapo/ });

test("without a session at the portal its door opens the target signed out, under the portal's own header", async () => {
  await page.goto("/m/use?from=portal&lang=ja");
  await expect(page).toHaveURL((url) => url.pathname === "/shops" && url.search === "");
  expect(await isSignedIn()).toBe(false);
  await expect(page.getByRole("link", { name: portalWords("back", { portal: NAME }) })).toHaveAttribute(
    "href",
    frameOrigin,
  );
  await expect(page.getByRole("banner")).toHaveCount(1);
});

test("a newcomer signs in at the portal, passes the sign-up once, and lands where they were going", async () => {
  await page.goto("/history");
  await page.getByRole("button", { name: providers("signIn.button", { provider: NAME }) }).click();
  await page.getByRole("link", { name: "和泉 太郎" }).click();
  await page.waitForURL(/\/sign-up/);
  await signUpWhereAsked(page);
  await expect(page).toHaveURL((url) => url.pathname === "/history");
});

test("with a session at the portal its door needs no tap, and a payment follows", async () => {
  await forgetApp();
  await page.goto("/m/use");
  await expect(page).toHaveURL((url) => url.pathname === "/shops");
  expect(await isSignedIn()).toBe(true);
  await page.goto(`/e/${matrix.things.openToken}?from=portal`);
  await page.getByRole("button", { name: /受け取る/ }).click();
  await page.waitForURL(/\/receipts\//);
  await payAt(page, matrix.things.shopToken, 1);
});

test("a link to an announcement that is not here lands on a calm page with the way home", async () => {
  await page.goto("/news/2026-0001?from=portal");
  await expect(page.getByRole("heading", { level: 1, name: portalWords("news.title") })).toBeVisible();
  await expect(page.getByRole("link", { name: portalWords("news.home") })).toBeVisible();
});

test("in the portal's frame everybody is signed out, and one link opens the same page on its own", async () => {
  expect(await isSignedIn()).toBe(true);
  for (const path of ["/history", "/shops", "/terms", "/privacy"]) {
    await page.goto(`${frameOrigin}/?shown=${encodeURIComponent(matrix.origin + path)}`);
    const inside = page.frameLocator("iframe");
    await inside.getByRole("link", { name: portalWords("framed.open") }).click();
    await expect(page).toHaveURL(matrix.origin + path);
  }
});

test("in a frame there is nothing but that link: a page that is not here is not shown in it", async () => {
  await page.goto(`${frameOrigin}/?shown=${encodeURIComponent(`${matrix.origin}/nowhere`)}`);
  await expect(page.frameLocator("iframe").getByRole("link")).toHaveCount(0);
});

test("another site frames nothing, and the portal frames the page with the one link and no other", async () => {
  const policyOf = async (path: string) => {
    const { headers } = await send(matrix.origin, path);
    return [/frame-ancestors (.*)$/.exec(headers["content-security-policy"] ?? "")?.[1], headers["x-frame-options"]];
  };
  expect(await policyOf("/framed")).toEqual([frameOrigin, undefined]);
  const others = [
    "/",
    "/shops",
    "/terms",
    "/privacy",
    "/nowhere",
    "/admin",
    "/sign-in",
    "/sign-up",
    "/me",
    "/api/health",
  ];
  for (const path of others) expect(await policyOf(path), path).toEqual(["'none'", "DENY"]);
});

test("a form without scripts may lead to the listed portal and nowhere else", async ({ browser }) => {
  const { headers } = await send(matrix.origin, "/sign-in");
  expect(headers["content-security-policy"]).toContain(`form-action 'self' ${portal.issuer};`);
  const plain = await browser.newContext({ baseURL: matrix.origin, javaScriptEnabled: false });
  const visitor = await plain.newPage();
  await visitor.goto("/sign-in");
  await visitor.getByRole("button", { name: providers("signIn.button", { provider: NAME }) }).click();
  await expect(visitor.getByRole("link", { name: "岩戸 次郎" })).toBeVisible();
  await plain.close();
});

test("a refusal at the portal is a sentence with the way back to the sign-in", async ({ browser }) => {
  const other = await browser.newContext({ baseURL: matrix.origin });
  const visitor = await other.newPage();
  await visitor.goto("/sign-in");
  await visitor.getByRole("button", { name: providers("signIn.button", { provider: NAME }) }).click();
  await visitor.getByRole("link", { name: "やめる" }).click();
  await expect(visitor.getByText(providers("stopped.why.consent_denied"))).toBeVisible();
  await visitor.getByRole("link", { name: providers("stopped.signIn") }).click();
  await expect(visitor).toHaveURL(/\/sign-in$/);
  await other.close();
});

test("who signs out at the portal is signed out here with the next request", async () => {
  expect(await isSignedIn()).toBe(true);
  await page.goto(`${portal.issuer}/session/end`);
  await page.getByRole("button", { name: "ログアウトする" }).click();
  await expect.poll(isSignedIn).toBe(false);
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("who signs out here is offered to sign out at the portal too, and stays signed in there otherwise", async () => {
  await page.goto("/sign-in");
  const signIn = page.getByRole("button", { name: providers("signIn.button", { provider: NAME }) });
  await signIn.click();
  await page.getByRole("link", { name: "和泉 太郎" }).click();
  await page.waitForURL((url) => url.origin === matrix.origin && url.pathname === "/");
  const signOutHere = async () => {
    await page.goto("/me");
    await page.getByRole("button", { name: words("me")("devices.here") }).click();
    await expect(page.getByText(words("home")("signedOut.there", { provider: NAME }))).toBeVisible();
  };
  await signOutHere();
  await page.goto("/m/use?from=portal");
  expect(await isSignedIn()).toBe(true);
  await signOutHere();
  await page.getByRole("link", { name: words("home")("signedOut.signOutThere", { provider: NAME }) }).click();
  await page.getByRole("button", { name: "ログアウトする" }).click();
  await expect(page).toHaveURL(`${matrix.origin}/`);
  await page.goto("/m/use?from=portal");
  expect(await isSignedIn()).toBe(false);
});
