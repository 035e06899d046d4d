import { type Browser, expect, type Page, test } from "@playwright/test";
import { matrixOfFile } from "../support/matrix-of-file";
import { proveAddress } from "../support/people";
import { openStaffSession } from "../support/staff-session";
import { words } from "../support/words";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const shell = words("shell");
const invitations = words("invitations");
const live = words("going-live");
const approvals = words("approvals");
const joining = words("joining");

const matrix = matrixOfFile();
test.beforeAll(async () => {
  await matrix().admin`update books set kind = 'closed_test' where is_current`;
});

async function openDesk(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: matrix().origin });
  await openStaffSession(context, matrix().admin, matrix().origin, name);
  return context.newPage();
}

const banner = (page: Page) => page.getByRole("complementary", { name: shell("test.label") });

test("a closed test is joined by invitation alone, says so on every page, and goes live by two administrators, from zero", async ({
  browser,
}) => {
  const maker = await openDesk(browser, "狛江 administrator");
  // A process may go on for three seconds with the book that it read when it was started.
  await expect(async () => {
    await maker.goto("/admin/invitations/new");
    await expect(banner(maker)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await maker.getByLabel(invitations("field.label")).fill("町会の方");
  await maker.getByLabel(invitations("field.count")).fill("2");
  await maker.getByLabel(invitations("field.days")).fill("30");
  await maker.getByRole("button", { name: invitations("make") }).click();
  const codes = (await maker.getByLabel(invitations("made.codes")).inputValue()).split("\n");
  expect(codes).toHaveLength(2);
  await maker.goto("/admin/invitations");
  await expect(maker.getByText(codes[0] ?? "")).toBeHidden();

  const phone = await (await browser.newContext({ baseURL: matrix().origin })).newPage();
  await phone.goto("/sign-in");
  await expect(banner(phone)).toBeVisible();
  await proveAddress(phone, matrix().mailbox, "tester@example.jp");
  await expect(phone.getByText(invitations("join.refusal.invitation_missing")).first()).toBeVisible();
  await phone.getByLabel(invitations("join.label")).fill(codes[0]?.toLowerCase() ?? "");
  await phone.getByLabel(joining("signUp.agrees")).check();
  await phone.getByRole("button", { name: joining("signUp.submit") }).click();
  await phone.waitForURL((url) => url.pathname === "/");
  await expect(phone.getByText(invitations("stay.said.unanswered"))).toBeVisible();
  await phone.getByRole("button", { name: invitations("stay.yes"), exact: true }).click();
  await expect(phone.getByText(invitations("stay.said.yes"))).toBeVisible();

  await maker.goto("/admin/go-live");
  await expect(maker.getByText(live("warning"))).toBeVisible();
  await maker.getByLabel(live("reason")).fill("テストが終わったため");
  await maker.getByRole("button", { name: live("draft") }).click();
  await maker.waitForURL(/\/admin\/approvals\//);
  const checker = await openDesk(browser, "second-administrator");
  await checker.goto(new URL(maker.url()).pathname);
  await checker.getByRole("button", { name: approvals("act.toCheck") }).click();
  await checker.getByRole("button", { name: approvals("act.approve") }).click();
  await expect(checker.getByText(approvals("state.approved")).first()).toBeVisible();

  await expect(async () => {
    await phone.goto("/");
    await expect(banner(phone)).toBeHidden({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expect(phone.getByText(invitations("stay.title"))).toBeHidden();
  await phone.goto("/me");
  await expect(phone).toHaveURL(/\/me$/);
  await phone.goto(`/e/${matrix().things.openToken}`);
  await expect(phone.getByRole("button")).toHaveCount(0);
  await maker.goto("/admin/go-live");
  await expect(maker.getByText(live("refusal.not_a_closed_test"))).toBeVisible();
});
