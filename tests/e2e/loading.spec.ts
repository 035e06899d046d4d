import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";
import { words } from "../support/words";

const shell = words("shell");
const shops = words("shops");

/** Keeps back what the router asks for when a link to this path is pressed, and not what it fetches ahead; gives what lets it go. */
async function holdBack(page: Page, path: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      if (!route.request().headers()["next-router-prefetch"]) await gate.promise;
      await route.continue();
    },
  );
  return gate.resolve;
}

test("a pressed link shows and says that its page is on its way, until it is there", async ({
  openDevice,
  citizen,
}) => {
  const page = await openDevice({ storageState: citizen.state });
  await page.goto("/");
  const link = page.getByRole("link", { name: shell("nav.spend"), exact: true });
  const bar = page.locator("[data-nav-pending]");
  const said = page.getByRole("status").filter({ hasText: shell("loading") });
  await expect(bar).toHaveCount(0);
  await expect(said).toHaveCount(0);

  const letGo = await holdBack(page, "/shops");
  await link.click();
  await expect(link.locator(bar)).toHaveCSS("opacity", "1");
  await expect(bar).toHaveCount(1);
  await expect(said).toHaveCount(1);
  await expect(page).toHaveURL("/");

  letGo();
  await expect(page.getByRole("heading", { level: 1, name: shops("title") })).toBeVisible();
  await expect(page).toHaveURL("/shops");
  await expect(bar).toHaveCount(0);
  await expect(said).toHaveCount(0);
  // Who hears the page is told of its arrival once, and by the router.
  await expect(page.getByRole("alert").filter({ hasText: shops("title") })).toHaveCount(1);
});
