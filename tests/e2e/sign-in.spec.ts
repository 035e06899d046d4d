import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";
import { countMails, waitForCode } from "../support/mailbox";
import { newAddress, proveAddress, signInByMail, signUpWhereAsked, staffAddress, typeCode } from "../support/people";
import { letSignInCodeExpire } from "../support/time";
import { words } from "../support/words";

const auth = words("auth");
const me = words("me");
const home = words("home");

async function askForCode(page: Page, mailbox: string, address: string): Promise<string> {
  const before = await countMails(mailbox, address);
  await page.goto("/sign-in");
  await page.getByLabel(auth("signIn.email")).fill(address);
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  return waitForCode(mailbox, address, before);
}

/** Types a code that is refused, and waits until this very try is answered: the field is then empty again. */
async function tryCode(page: Page, code: string): Promise<void> {
  await typeCode(page, code);
  await expect(page.getByRole("textbox", { name: auth("code.label") })).toHaveValue("");
}

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

test("a newcomer signs in with the code of the mail, typed in full width, in the tab in which it was asked for", async ({
  page,
  mailbox,
}) => {
  const code = await askForCode(page, mailbox, newAddress());
  await typeCode(
    page,
    code.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  );
  await signUpWhereAsked(page);
  await expect(page).toHaveURL((url) => url.pathname === "/");
  await page.goto("/me");
  await expect(page.getByRole("heading", { level: 1, name: me("title") })).toBeVisible();
});

test("the address is nowhere in the page's address, and an unusable one is named beside its field", async ({
  page,
  mailbox,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel(auth("signIn.email")).fill("komae@");
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  await expect(page).toHaveTitle(/^エラー：/);
  await expect(page.getByRole("link", { name: auth("refusal.not_an_email") })).toBeVisible();
  await expect(page.getByLabel(auth("signIn.email"))).toHaveValue("komae@");
  await page.getByRole("link", { name: auth("refusal.not_an_email") }).click();
  await expect(page.getByLabel(auth("signIn.email"))).toBeFocused();
  const address = newAddress();
  await page.getByLabel(auth("signIn.email")).fill(address);
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  await waitForCode(mailbox, address);
  await expect(page).toHaveURL((url) => url.pathname === "/sign-in/code" && url.search === "");
});

test("after five wrong codes the right one opens nothing, and a new code does", async ({ page, mailbox }) => {
  const address = newAddress();
  const code = await askForCode(page, mailbox, address);
  for (let tries = 0; tries < 5; tries += 1) {
    await tryCode(page, otherThan(code));
    await expect(page.getByRole("link", { name: auth("refusal.wrong_code") })).toBeVisible();
  }
  await tryCode(page, code);
  await expect(page.getByRole("link", { name: auth("refusal.no_tries_left") })).toBeVisible();
  await page.getByRole("button", { name: auth("code.resend") }).click();
  await expect(page.getByText(auth("resent.title"))).toBeVisible();
  await expect(page.getByRole("link", { name: auth("refusal.no_tries_left") })).toBeHidden();
  await typeCode(page, await waitForCode(mailbox, address, 1));
  await signUpWhereAsked(page);
  await expect(page).toHaveURL((url) => url.pathname === "/");
});

test("a code cut short stays to be completed, and an empty field is named", async ({ page, mailbox }) => {
  await askForCode(page, mailbox, newAddress());
  await typeCode(page, "123");
  await expect(page.getByRole("link", { name: auth("refusal.not_a_mailed_code") })).toBeVisible();
  await expect(page.getByRole("textbox", { name: auth("code.label") })).toHaveValue("123");
  await typeCode(page, "");
  await expect(page.getByRole("link", { name: auth("missing.code") })).toBeVisible();
});

test("a code is of no use after ten minutes", async ({ page, mailbox, admin }) => {
  const address = newAddress();
  const code = await askForCode(page, mailbox, address);
  await page.getByRole("textbox", { name: auth("code.label") }).waitFor();
  await letSignInCodeExpire(admin, address);
  await tryCode(page, code);
  await expect(page.getByRole("link", { name: auth("refusal.code_expired") })).toBeVisible();
});

test("a code opens nothing in another browser", async ({ page, mailbox, openDevice }) => {
  const code = await askForCode(page, mailbox, newAddress());
  const other = await openDevice();
  await other.goto("/sign-in/code");
  await expect(other).toHaveURL(/\/sign-in$/);
  await askForCode(other, mailbox, newAddress());
  await tryCode(other, code);
  await expect(other.getByRole("link", { name: auth("refusal.wrong_code") })).toBeVisible();
});

test("signing out everywhere holds on the next request of another browser", async ({ page, mailbox, openDevice }) => {
  const address = newAddress();
  await signInByMail(page, mailbox, address);
  const other = await openDevice();
  await signInByMail(other, mailbox, address);
  await other.goto("/me");
  await expect(other.getByText(me("devices.count", { count: 2 }))).toBeVisible();
  await page.goto("/me");
  await page.getByText(me("devices.everywhereAsk")).click();
  await page.getByRole("button", { name: me("devices.everywhere") }).click();
  await expect(page.getByText(home("signedOut.title"))).toBeVisible();
  for (const device of [page, other]) {
    await device.goto("/me");
    await expect(device).toHaveURL(/\/sign-in/);
  }
});

test("whoever signs in on the way to a page is told why, and lands on it", async ({ page, mailbox }) => {
  await page.goto("/history");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(auth("signIn.continue"))).toBeVisible();
  await proveAddress(page, mailbox, newAddress());
  await expect(page).toHaveURL((url) => url.pathname === "/history");
});

test("a citizen's session opens no page of the console, also with a staff member's address", async ({
  page,
  mailbox,
}) => {
  // Somebody at no journey's desk: their address is a member's from here on.
  await signInByMail(page, mailbox, staffAddress(2));
  for (const path of ["/admin", "/admin/programmes", "/admin/usage"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/admin\/sign-in$/);
  }
});

test("an address that is not a staff member's is sent no staff code, and is not told so", async ({ page, mailbox }) => {
  const address = newAddress();
  await page.goto("/admin/sign-in");
  await page.getByLabel(auth("staff.email")).fill(address);
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  await expect(page.getByText(auth("staff.sent", { email: address }))).toBeVisible();
  await page.goto("/sign-in");
  await proveAddress(page, mailbox, address);
  await expect(page).toHaveURL((url) => url.pathname === "/");
  expect(await countMails(mailbox, address), "the citizen's own mail alone").toBe(1);
});
