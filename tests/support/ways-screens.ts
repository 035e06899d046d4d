import type { Page } from "@playwright/test";
import { setProof } from "./member-proof";
import { newAddress } from "./people";
import type { Places, Screens } from "./screens";
import { words } from "./words";

const auth = words("auth");
const ways = words("ways");

/** Their session may be older than five minutes. */
const proven = (path: string, then?: (page: Page) => Promise<unknown>) => ({
  who: "citizen" as const,
  open: async (page: Page, places: Places) => {
    await setProof(page, places.admin, 0);
    await page.goto(path);
    await then?.(page);
  },
});

export const waysScreens: Screens = {
  "/me/card": { who: "citizen", open: (page) => page.goto("/me/card") },
  "/me/card/join": proven("/me/card/join"),
  "/me/devices": { who: "citizen", open: (page) => page.goto("/me/devices") },
  "/me/ways-in": proven("/me/ways-in"),
  "/me/ways-in/email": proven("/me/ways-in/email"),
  "/me/ways-in/email/code": proven("/me/ways-in/email", async (page) => {
    await page.getByLabel(ways("email.label")).fill(newAddress());
    await page.getByRole("button", { name: auth("signIn.submit") }).click();
    await page.waitForURL(/\/email\/code$/);
  }),
  "/prove": { who: "citizen", open: (page) => page.goto("/prove") },
  "/prove/code": {
    who: "citizen",
    open: async (page) => {
      await page.goto("/prove");
      await page.getByRole("button", { name: ways("prove.code") }).click();
      await page.waitForURL(/\/prove\/code$/);
    },
  },
};
