import type { Page } from "@playwright/test";
import { proveStaffAddress } from "./people";
import { totpCode } from "./totp";
import { words } from "./words";

const auth = words("auth");
const factors = words("factors");

export async function typeEnrolmentCode(page: Page, code: string): Promise<void> {
  await page.getByRole("link", { name: auth("second.enrol") }).click();
  await page.getByLabel(auth("enrol.label")).fill(code.toLowerCase());
  await page.getByRole("button", { name: auth("enrol.submit") }).click();
}

/** Not before its menu is there: a page that is still on its way would cut off the next one. */
export async function arriveInConsole(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === "/admin");
  await page.getByRole("navigation", { name: words("shell")("console.navigation") }).waitFor();
}

/** A new person with an authenticator app, signed in; gives the app's secret, and the code that it was enrolled with. */
export async function enrolApp(
  page: Page,
  mailbox: string,
  { email, code }: { email: string; code: string },
): Promise<{ secret: string; spent: string }> {
  await proveStaffAddress(page, mailbox, email);
  await typeEnrolmentCode(page, code);
  await page.getByRole("button", { name: auth("enrol.totp") }).click();
  await page.getByRole("img", { name: factors("totp.picture") }).waitFor();
  const secret = (await page.locator(".font-mono").innerText()).replaceAll(" ", "");
  const spent = totpCode(secret);
  await page.getByRole("textbox", { name: factors("totp.code") }).fill(spent);
  await page.getByRole("button", { name: factors("totp.confirm") }).click();
  await arriveInConsole(page);
  return { secret, spent };
}
