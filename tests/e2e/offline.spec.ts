import type { Page } from "@playwright/test";
import { enlargeText } from "../support/accessibility";
import { sizes } from "../support/e2e";
import { expect, test } from "../support/journey";
import { words } from "../support/words";

const errors = words("errors");
const shell = words("shell");
const shops = words("shops");
const spending = words("spending");

const notice = (phone: Page) => phone.getByText(/いま通信できません。\d{1,2}月\d{1,2}日 \d{1,2}:\d{2}の内容です/);
const goOffline = (phone: Page, isOffline: boolean) => phone.context().setOffline(isOffline);

test.beforeEach(({ faults }) => void faults.expected.push(/ERR_INTERNET_DISCONNECTED|Failed to fetch/));

test("without a network an open page says from when it is and keeps what was typed, a new one says that nothing was spent, and all goes on with the network", async ({
  openDevice,
  citizen,
  offers,
}) => {
  const phone = await openDevice({ storageState: citizen.state });
  await phone.goto(`/s/${offers.shop.token}`);
  await phone.evaluate(() => navigator.serviceWorker.ready);
  await goOffline(phone, true);
  await expect(notice(phone)).toBeVisible();
  await goOffline(phone, false);
  await expect(notice(phone)).toBeHidden();

  await goOffline(phone, true);
  const amount = phone.getByLabel(spending("amount.label"));
  const next = phone.getByRole("button", { name: spending("amount.next") });
  await amount.fill("1");
  await next.click();
  await expect(phone.getByText(errors("offline.held"))).toBeVisible();
  await goOffline(phone, false);
  await expect(phone.getByText(errors("offline.held"))).toBeHidden();
  await expect(amount).toHaveValue("1");
  await next.click();
  await expect(phone.getByRole("heading", { level: 1, name: spending("check.show") })).toBeVisible();

  await goOffline(phone, true);
  await phone.goto("/shops");
  const lost = phone.getByRole("heading", { level: 1, name: shell("offline.title") });
  await expect(lost).toBeVisible();
  await expect(phone.getByText(shell("offline.points"))).toBeVisible();

  await goOffline(phone, false);
  await phone.getByRole("button", { name: shell("offline.retry") }).click();
  await expect(phone.getByRole("heading", { level: 1, name: shops("title") })).toBeVisible();
  await expect(lost).toBeHidden();
});

test("in large type on a small phone the notice leaves the page its room, and comes into view when something is held", async ({
  openDevice,
  citizen,
  offers,
}) => {
  const phone = await openDevice({ storageState: citizen.state, viewport: sizes.smallPhone });
  await phone.goto(`/s/${offers.shop.token}`);
  await phone.getByLabel(spending("amount.label")).fill("1");
  await goOffline(phone, true);
  const next = phone.getByRole("button", { name: spending("amount.next") });
  await next.scrollIntoViewIfNeeded();
  await expect(notice(phone)).toBeInViewport();
  await enlargeText(phone);
  await next.scrollIntoViewIfNeeded();
  await expect(notice(phone)).not.toBeInViewport();
  await next.click();
  await expect(phone.getByText(errors("offline.held"))).toBeInViewport();
});

test("a form is sent after all where the browser is wrong about the network", async ({
  openDevice,
  citizen,
  offers,
}) => {
  const phone = await openDevice({ storageState: citizen.state });
  await phone.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
  await phone.goto(`/s/${offers.shop.token}`);
  await expect(notice(phone)).toBeVisible();
  await phone.getByLabel(spending("amount.label")).fill("1");
  await phone.getByRole("button", { name: spending("amount.next") }).click();
  await expect(phone.getByRole("heading", { level: 1, name: spending("check.show") })).toBeVisible();
});

test("a page that somebody goes back to without a network keeps the moment at which it was asked for", async ({
  openDevice,
  citizen,
}) => {
  const phone = await openDevice({ storageState: citizen.state });
  await phone.clock.install({ time: new Date("2026-11-28T01:12:00Z") });
  await phone.goto("/");
  await phone.getByRole("link", { name: shell("nav.history"), exact: true }).click();
  await phone.waitForURL(/\/history$/);
  await phone.clock.setFixedTime(new Date("2026-11-28T02:40:00Z"));
  await goOffline(phone, true);
  await phone.goBack();
  await phone.waitForURL((url) => url.pathname === "/");
  await expect(notice(phone)).toContainText("10:12");
});

test("a check page whose three minutes end without a network stays, and is asked for again with the network", async ({
  openDevice,
  citizen,
  offers,
}) => {
  const phone = await openDevice({ storageState: citizen.state });
  await phone.clock.install();
  await phone.goto(`/s/${offers.shop.token}`);
  await phone.getByLabel(spending("amount.label")).fill("1");
  await phone.getByRole("button", { name: spending("amount.next") }).click();
  const check = phone.getByRole("heading", { level: 1, name: spending("check.show") });
  await expect(check).toBeVisible();
  await goOffline(phone, true);
  await phone.clock.runFor(181_000);
  await expect(phone.getByText(spending("check.left", { minutes: 0, seconds: "00" }))).toBeVisible();
  await expect(check).toBeVisible();
  await expect(notice(phone)).toBeVisible();
  const again = phone.waitForRequest((request) => request.url().includes("/check/"));
  await goOffline(phone, false);
  await again;
});
