import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { RunningProvider } from "../support/identity-provider";
import { listPortal, PORTAL_NAME as provider } from "../support/listed-portal";
import { type Matrix, openMatrix } from "../support/matrix";
import { setProof } from "../support/member-proof";
import { newAddress, signInByMail } from "../support/people";
import { useVirtualAuthenticator } from "../support/virtual-authenticator";
import { words } from "../support/words";

test.describe.configure({ mode: "serial", timeout: 180_000 });

const auth = words("auth");
const providers = words("providers");
const ways = words("ways");
const PERSON = "岩戸 三郎";

let matrix: Matrix;
let portal: RunningProvider;
let context: BrowserContext;
let page: Page;
let first: Awaited<ReturnType<typeof whoIsHere>>;
const address = newAddress();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  matrix = await openMatrix();
  portal = await listPortal(matrix, null);
  context = await browser.newContext({ baseURL: matrix.origin });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context?.close();
  await portal?.stop();
  await matrix?.stop();
});

const button = (name: string) => page.getByRole("button", { name, exact: true });
const signOut = () => context.clearCookies({ name: /^__Host-komapo/ });

/** The member number and the balance, as the person reads them. */
async function whoIsHere() {
  await page.goto("/");
  const balance = await page.locator(".text-balance-figure").innerText();
  await page.goto("/me");
  const number = await page.getByText(/^\d{4}-\d{4}-\d$/).innerText();
  return { number, balance };
}

/** At the portal, which asks who it is: a tap on the name. */
const tapName = () => page.getByRole("link", { name: PERSON }).click();

test("somebody who came by mail adds a passkey, and the portal's account from the page of their ways in", async () => {
  await useVirtualAuthenticator(page);
  await signInByMail(page, matrix.mailbox, address);
  await page.goto(`/e/${matrix.things.openToken}`);
  await page.getByRole("button", { name: /受け取る/ }).click();
  await page.waitForURL(/\/receipts\//);
  first = await whoIsHere();
  expect(Number(first.balance.replace(",", ""))).toBeGreaterThan(0);
  await page.goto("/me/ways-in");
  await button(ways("in.addPasskey")).click();
  await expect(page.getByText(ways("in.done.added"))).toBeVisible();
  await button(ways("in.link", { provider })).click();
  await tapName();
  await expect(page).toHaveURL(/\/me\/ways-in$/);
  await expect(page.getByRole("listitem").filter({ hasText: provider })).toHaveCount(1);
  await expect(button(ways("in.link", { provider }))).toHaveCount(0);
});

test("after five minutes the portal proves its owner anew, and nobody else's account does", async () => {
  await setProof(page, matrix.admin, 6);
  await page.goto("/me/ways-in");
  await button(ways("prove.provider", { provider })).click();
  await page.getByRole("link", { name: "和泉 花子" }).click();
  await expect(page.getByText(providers("stopped.why.other_person"))).toBeVisible();
  await page.goto("/me/ways-in");
  await expect(page).toHaveURL(/\/prove\?/);
  await button(ways("prove.provider", { provider })).click();
  await tapName();
  await expect(page).toHaveURL(/\/me\/ways-in$/);
});

test("by mail, by passkey and by the portal, one after another, the same person has the same number and balance", async () => {
  await signOut();
  await signInByMail(page, matrix.mailbox, address);
  expect(await whoIsHere()).toEqual(first);
  await signOut();
  await page.goto("/sign-in");
  await button(auth("signIn.passkey")).click();
  await page.waitForURL((url) => url.pathname === "/");
  expect(await whoIsHere()).toEqual(first);
  await signOut();
  await page.goto("/sign-in");
  await button(providers("signIn.button", { provider })).click();
  await page.waitForURL((url) => url.origin === matrix.origin && url.pathname === "/");
  expect(await whoIsHere()).toEqual(first);
});

test("the portal's account taken away ends the phone that came in by it, and leaves the others", async ({
  browser,
}) => {
  const other = await browser.newContext({ baseURL: matrix.origin });
  const phone = await other.newPage();
  await signInByMail(phone, matrix.mailbox, address);
  await phone.goto("/me/ways-in");
  await phone.getByRole("listitem").filter({ hasText: provider }).locator("summary").click();
  await phone.getByRole("button", { name: ways("in.removeDo", { name: provider }) }).click();
  await expect(phone.getByText(ways("in.done.removed"))).toBeVisible();
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-in/);
  await phone.goto("/me");
  await expect(phone).toHaveURL(/\/me$/);
  await other.close();
});
