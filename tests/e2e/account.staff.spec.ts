import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { deskDevice } from "../support/e2e";
import { arriveInConsole, enrolApp } from "../support/enrol";
import { hireFromCommandLine } from "../support/hire";
import { expect, test } from "../support/journey";
import { proveStaffAddress, staffAddress, typeTotp } from "../support/people";
import { openStaffSession } from "../support/staff-session";
import { letFactorGrowStale, letSessionIdle } from "../support/time";
import { totpSecret } from "../support/totp";
import { useVirtualAuthenticator } from "../support/virtual-authenticator";
import { words } from "../support/words";

const account = words("account");
const audit = words("audit");
const auth = words("auth");
const idle = words("idle");
const staff = words("staff");

const openAdministrator = (page: Page, admin: Sql, name: string): Promise<Buffer> =>
  openStaffSession(page.context(), admin, process.env.E2E_ORIGIN ?? "", name);
const secretOf = (worker: number) => totpSecret(staffAddress(worker, "administrator"));
const names = ["山本 昭", "中村 恵"] as const;
const nameOf = (worker: number) => names[worker % names.length] ?? names[0];

test("a page of great weight asks anew for a factor shown six minutes ago, and leads on to where one was going", async ({
  openDevice,
  admin,
}, { workerIndex }) => {
  const page = await openDevice(deskDevice);
  const hash = await openAdministrator(page, admin, nameOf(workerIndex));
  await letFactorGrowStale(admin, hash);
  await page.goto("/admin/audit/export");
  await expect(page).toHaveURL(/\/admin\/denied$/);
  await page.goto("/admin/me/totp");
  await expect(page.getByRole("heading", { level: 1, name: auth("stepUp.title") })).toBeVisible();
  await typeTotp(page, secretOf(workerIndex), auth("stepUp.totp"));
  await expect(page).toHaveURL(/\/admin\/me\/totp$/);
  await expect(page.getByRole("button", { name: account("totp.start") })).toBeVisible();
});

test("a form sent with a stale factor keeps what was typed, and goes through after the proof in another tab", async ({
  openDevice,
  admin,
}, { workerIndex }) => {
  const page = await openDevice(deskDevice);
  const hash = await openAdministrator(page, admin, nameOf(workerIndex));
  await page.goto("/admin/staff");
  await page.getByRole("link", { name: "加藤 由美" }).click();
  await page.getByRole("link", { name: staff("acts.roles") }).click();
  await page.getByLabel(audit("role.content"), { exact: true }).selectOption("everywhere");
  await page.getByLabel(staff("form.reason")).fill("記事の応援のため");
  await letFactorGrowStale(admin, hash);
  await page.getByRole("button", { name: staff("form.send") }).click();
  await expect(page.getByText(auth("stepUp.stale.title"))).toBeVisible();
  await expect(page.getByLabel(staff("form.reason"))).toHaveValue("記事の応援のため");
  await expect(page.getByLabel(audit("role.content"), { exact: true })).toHaveValue("everywhere");

  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: auth("stepUp.stale.link") }).click(),
  ]);
  const done = tab.getByText(auth("stepUp.done.title")).waitFor({ timeout: 75_000 });
  await typeTotp(tab, secretOf(workerIndex), auth("stepUp.totp"), done);
  await tab.close();
  await page.getByRole("button", { name: staff("form.send") }).click();
  await expect(page.getByText(staff("done.drafted"))).toBeVisible();
});

const look = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

test("whoever does nothing is asked by keyboard whether to go on, and is out after fifteen minutes", async ({
  openDevice,
  admin,
}, { workerIndex }) => {
  const page = await openDevice(deskDevice);
  const hash = await openAdministrator(page, admin, nameOf(workerIndex));
  await page.goto("/admin/staff");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await letSessionIdle(admin, hash, 14 * 60);
  await look(page);
  const question = page.getByRole("alertdialog", { name: idle("title") });
  await expect(question.getByRole("button", { name: idle("keep") })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  const [kept] = await admin<{ isRecent: boolean }[]>`
    select last_seen_at > city_now() - interval '1 minute' as "isRecent" from staff_sessions where token_hash = ${hash}`;
  expect(kept).toEqual({ isRecent: true });

  await letSessionIdle(admin, hash, 15 * 60 + 1);
  await look(page);
  await expect(page).toHaveURL(/\/admin\/sign-in\?ended=1$/);
  await page.goto("/admin/staff");
  await expect(page).toHaveURL(/\/admin\/sign-in$/);
});

test("a passkey joins the app, another device is out at its next request, and the last way in cannot be taken away", async ({
  openDevice,
  mailbox,
}) => {
  const person = hireFromCommandLine("programme");
  const page = await openDevice(deskDevice);
  await useVirtualAuthenticator(page);
  const { secret } = await enrolApp(page, mailbox, person);
  await page.goto("/admin/me");
  await page.getByRole("button", { name: account("factors.addPasskey") }).click();
  const app = page.getByRole("row").filter({ hasText: account("factors.totp") });
  await app.getByRole("button", { name: account("factors.remove") }).waitFor();

  const other = await openDevice(deskDevice);
  await proveStaffAddress(other, mailbox, person.email);
  await typeTotp(other, secret);
  await arriveInConsole(other);
  await page.goto("/admin/me");
  await page.getByRole("button", { name: account("devices.endOthers") }).click();
  await expect(page.getByRole("button", { name: account("devices.endOthers") })).toBeHidden();
  await other.goto("/admin");
  // The page it left asks by itself whether its session lives, and may be the first to hear that it does not.
  await expect(other).toHaveURL(/\/admin\/sign-in(\?ended=1)?$/);

  await app.getByRole("button", { name: account("factors.remove") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: account("factors.removeDo") })
    .click();
  await expect(page.getByText(account("factors.last"))).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/admin/sign-in");
  await page.getByRole("button", { name: auth("staff.passkey") }).click();
  await arriveInConsole(page);
});
