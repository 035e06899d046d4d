import type { Page } from "@playwright/test";
import { enlargeText, expectLargeTargets, expectNoSideScroll, expectNoViolations } from "../support/accessibility";
import { sizes } from "../support/e2e";
import { expect } from "../support/journey";
import { listPages } from "../support/manifests";
import { test } from "../support/screen-journey";
import { citizenScreens, routesOf, staffScreens } from "../support/screens";
import { walkWithTab } from "../support/tab-walk";
import { words } from "../support/words";

const spending = words("spending");
const shell = words("shell");

test("every page of the build is among the screens that are looked at", () => {
  expect(listPages()).toEqual(routesOf({ ...citizenScreens, ...staffScreens }));
});

for (const [name, screen] of Object.entries(citizenScreens)) {
  test(`${name}: nothing is lost, hidden, too small or unnamed at 320 and 390 px, with text at its size and twice that`, async ({
    openScreen,
  }) => {
    const page = await openScreen(screen, sizes.smallPhone);
    await walkWithTab(page);
    await expectLargeTargets(page);
    for (const enlarge of [async () => undefined, enlargeText]) {
      await enlarge(page);
      for (const viewport of [sizes.smallPhone, sizes.phone]) {
        await page.setViewportSize(viewport);
        await expectNoSideScroll(page);
        await expectNoViolations(page);
      }
    }
  });
}

/** Presses Tab until the element with this name has the focus, then Enter. */
async function reachAndPress(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name });
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(button).toBeFocused({ timeout: 100 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press("Enter");
}

test("a payment is made with the keyboard alone, in the order in which the page is read", async ({
  openDevice,
  citizen,
  offers,
}) => {
  const page = await openDevice({ storageState: citizen.state });
  await page.goto(`/s/${offers.shop.token}`);
  const order = await walkWithTab(page);
  const place = (name: string) => order.findIndex((entry) => entry.includes(name));
  const places = [shell("skip"), shell("help"), spending("amount.label"), spending("amount.next"), shell("nav.home")];
  const found = places.map(place);
  expect(found, order.join("\n")).toEqual([...found].sort((one, other) => one - other));
  expect(found).not.toContain(-1);
  await page.getByLabel(spending("amount.label")).focus();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/check\//);
  await reachAndPress(page, spending("check.pay", { points: 1 }));
  await page.waitForURL(/\/receipts\//);
  await expect(page.locator("[data-live-screen]")).toBeFocused();
});

const moving = (page: Page) =>
  page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);

test("whoever asks for less motion gets a live screen that ticks and does not move", async ({
  openDevice,
  citizen,
  offers,
  admin,
}) => {
  const live = citizenScreens["/receipts/[id]: live"];
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    const page = await openDevice({ storageState: citizen.state, reducedMotion });
    await live?.open(page, { offers, admin, ...citizen });
    const clock = page.getByRole("timer");
    const first = await clock.textContent();
    await expect.poll(() => clock.textContent()).not.toBe(first);
    if (reducedMotion === "reduce") expect(await moving(page)).toBe(0);
    else await expect.poll(() => moving(page)).toBeGreaterThan(0);
  }
});

test("with forced colours, what can be pressed and where the focus is can still be seen", async ({
  openDevice,
  citizen,
  offers,
}) => {
  const page = await openDevice({ storageState: citizen.state, forcedColors: "active" });
  await page.goto(`/s/${offers.shop.token}`);
  await walkWithTab(page);
  const unframed = await page.evaluate(() =>
    [...document.querySelectorAll("main button, main input:not([type=hidden])")]
      .filter((element) => Number.parseFloat(getComputedStyle(element).borderTopWidth) < 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(unframed).toEqual([]);
});
