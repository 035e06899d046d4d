import type { Page } from "@playwright/test";
import { idOf } from "../support/address";
import { expect, test } from "../support/journey";
import type { Offers } from "../support/offers";
import { earnAsNewcomer } from "../support/people";
import { letQuoteExpire } from "../support/time";
import { words } from "../support/words";

const spending = words("spending");
const receipts = words("receipts");
const errors = words("errors");

// Once or twice is what they are about: what is right only at a further try is wrong.
test.describe.configure({ retries: 0 });

const payButton = (page: Page, points: number) => page.getByRole("button", { name: spending("check.pay", { points }) });

/** Types the amount at the shop and goes on to what the clerk is shown; resolves to the quote's id. */
async function openCheck(page: Page, { shop }: Offers, typed: string): Promise<string> {
  await page.goto(`/s/${shop.token}`);
  await page.getByLabel(spending("amount.label")).fill(typed);
  await page.getByRole("button", { name: spending("amount.next") }).click();
  await page.waitForURL(/\/check\//);
  return idOf(page);
}

/** Waits for the screen that the clerk trusts; resolves to the receipt's id. */
async function expectPaid(page: Page): Promise<string> {
  await expect(page.getByRole("heading", { level: 1, name: receipts("live.title") })).toBeVisible();
  return idOf(page);
}

/** One debit of 200 of the 500 points, whatever was pressed. */
async function expectOneDebit(page: Page, { shop }: Offers, id: string): Promise<void> {
  await page.goto("/history");
  const entries = page.getByRole("link", { name: shop.name });
  await expect(entries).toHaveCount(1);
  await expect(entries).toHaveAttribute("href", `/receipts/${id}`);
  await expect(page.getByText("300", { exact: true }).first()).toBeVisible();
}

test.beforeEach(async ({ page, mailbox, offers }) => {
  await earnAsNewcomer(page, mailbox, offers.open.token);
});

test("a double tap pays once", async ({ page, offers }) => {
  await openCheck(page, offers, "200");
  await payButton(page, 200).dblclick();
  await expectOneDebit(page, offers, await expectPaid(page));
});

test("a reload, Back and a second press give the same receipt", async ({ page, offers }) => {
  await openCheck(page, offers, "200");
  const check = page.url();
  await payButton(page, 200).click();
  const id = await expectPaid(page);
  await page.reload();
  expect(idOf(page)).toBe(id);
  await page.goBack();
  const record = page.getByRole("heading", { level: 1, name: receipts("title.spend") });
  const pay = payButton(page, 200);
  await expect(record.or(pay)).toBeVisible();
  if (await pay.isVisible()) await pay.click();
  await page.waitForURL((url) => url.pathname === `/receipts/${id}`);
  await page.goto(check);
  await page.waitForURL((url) => url.pathname === `/receipts/${id}`);
  await expect(record).toBeVisible();
  await expectOneDebit(page, offers, id);
});

test("two tabs that pay at the same moment pay once, and both show it", async ({ page, context, offers }) => {
  await openCheck(page, offers, "200");
  const other = await context.newPage();
  await other.goto(page.url());
  await Promise.all([page, other].map((tab) => payButton(tab, 200).click()));
  for (const tab of [page, other]) await tab.waitForURL(/\/receipts\//);
  expect(idOf(other)).toBe(idOf(page));
  await expectOneDebit(page, offers, idOf(page));
});

test("a connection that breaks after the press leaves one debit, and the way to its receipt", async ({
  page,
  offers,
  faults,
}) => {
  faults.expected.push(/ERR_CONNECTION_RESET|Failed to fetch|network/i);
  await openCheck(page, offers, "200");
  const check = page.url();
  await page.route("**/check/**", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort("connectionreset");
  });
  await payButton(page, 200).click();
  await expect(page.getByRole("heading", { name: errors("lost.title") })).toBeFocused();
  await expect(page).toHaveTitle(errors("lost.title"));
  await expect(page.getByText(errors("points"))).toBeVisible();
  await expect(page.getByRole("link", { name: errors("history") })).toHaveAttribute("href", "/history");
  await page.unrouteAll();
  await page.goto(check);
  await page.waitForURL(/\/receipts\//);
  await expect(page.getByText(receipts("done.title"))).toBeVisible();
  await expectOneDebit(page, offers, idOf(page));
});

test("a press after the three minutes pays nothing, says so, and offers the same amount again", async ({
  page,
  offers,
  admin,
}) => {
  const quote = await openCheck(page, offers, "200");
  await letQuoteExpire(admin, quote);
  await payButton(page, 200).click();
  await expect(page.getByText(spending("refusal.quote_expired"))).toBeVisible();
  await expect(page.getByText(spending("advice.quote_expired"))).toBeVisible();
  await page.getByRole("button", { name: spending("check.again") }).click();
  await payButton(page, 200).click();
  await expectOneDebit(page, offers, await expectPaid(page));
});

test("a check page that another one has replaced pays nothing and says so", async ({ page, context, offers }) => {
  await openCheck(page, offers, "100");
  const other = await context.newPage();
  await openCheck(other, offers, "200");
  await payButton(page, 100).click();
  await expect(page.getByText(spending("refusal.quote_closed"))).toBeVisible();
  await payButton(other, 200).click();
  await expectOneDebit(page, offers, await expectPaid(other));
});

test("an amount in full width is understood; none, zero, a negative one and too much are explained", async ({
  page,
  offers,
}) => {
  for (const [typed, said] of [
    ["", "errors.required"],
    ["０", "errors.too_small"],
    ["-5", "errors.not_a_number"],
  ] as const) {
    await page.goto(`/s/${offers.shop.token}`);
    await page.getByLabel(spending("amount.label")).fill(typed);
    await page.getByRole("button", { name: spending("amount.next") }).click();
    await expect(page.getByRole("link", { name: spending(said) })).toBeVisible();
    await expect(page.getByLabel(spending("amount.label"))).toHaveValue(typed);
  }
  await page.getByLabel(spending("amount.label")).fill("501");
  await page.getByRole("button", { name: spending("amount.next") }).click();
  await expect(
    page.getByRole("link", { name: spending("advice.insufficient_points", { balance: 500 }) }),
  ).toBeVisible();
  await openCheck(page, offers, "５００");
  await expect(payButton(page, 500)).toBeVisible();
});

test("an amount with its unit is understood, and is still there to be changed", async ({ page, offers }) => {
  await openCheck(page, offers, "３０円");
  await expect(payButton(page, 30)).toBeVisible();
  await page.getByRole("link", { name: spending("check.change") }).click();
  await expect(page.getByLabel(spending("amount.label"))).toHaveValue("30");
  await openCheck(page, offers, "40 ポイント");
  await expect(payButton(page, 40)).toBeVisible();
});

test("the live screen is left for good when it is closed, and no address opens it again", async ({ page, offers }) => {
  await openCheck(page, offers, "200");
  await payButton(page, 200).click();
  await expectPaid(page);
  const live = page.url();
  await page.getByRole("button", { name: receipts("live.close") }).click();
  await expect(page.getByRole("heading", { level: 1, name: receipts("title.spend") })).toBeVisible();
  for (const address of [live, live.replace("?live", "")]) {
    await page.goto(address);
    await expect(page.getByText(receipts("past"))).toBeVisible();
    await expect(page.locator("[data-live-screen]")).toHaveCount(0);
  }
});

test("a shop that has left, and a code that is no shop's, take nothing", async ({ page, offers, faults }) => {
  faults.expected.push(/404/);
  await page.goto(`/s/${offers.closedShop.token}`);
  await expect(page.getByText(spending("refusal.shop_closed"))).toBeVisible();
  await expect(page.getByText(spending("advice.shop_closed"))).toBeVisible();
  await page.goto(`/s/${offers.open.token}`);
  await expect(page.getByRole("heading", { name: spending("refusal.unknown_code") })).toBeVisible();
});
