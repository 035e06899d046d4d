import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { approvalScreens } from "./approval-screens";
import { auditScreens } from "./audit-screens";
import { counterScreens } from "./counter-screens";
import { askForCode, doorScreens } from "./door-screens";
import { joiningScreens } from "./joining-screens";
import { memberScreens } from "./member-screens";
import type { Offers } from "./offers";
import { peopleScreens } from "./people-screens";
import { openCheck, stateScreens } from "./state-screens";
import { waysScreens } from "./ways-screens";
import { words } from "./words";

const auth = words("auth");
const spending = words("spending");
const scan = words("scan");
const grants = words("grants");
const programmes = words("programmes");

/** What the screens are opened with. */
export interface Places {
  offers: Offers;
  admin: Sql;
  /** A receipt of a grant and one of a payment, of the citizen who looks. */
  earned: string;
  paid: string;
}

export interface Screen {
  who: "nobody" | "citizen" | "staff" | "counter" | "auditor" | "administrator" | "approver";
  open: (page: Page, places: Places) => Promise<unknown>;
}

/** The route, and the page at it; several states of one page are told apart by what follows a colon. */
export type Screens = Record<string, Screen>;

const visit = (who: Screen["who"], path: string | ((places: Places) => string)): Screen => ({
  who,
  open: (page, places) => page.goto(typeof path === "string" ? path : path(places)),
});

export const citizenScreens: Screens = {
  ...joiningScreens,
  "/": visit("citizen", "/"),
  "/: signed out": visit("nobody", "/"),
  "/sign-in": visit("nobody", "/sign-in"),
  "/sign-in: an error": {
    who: "nobody",
    open: async (page) => {
      await page.goto("/sign-in");
      await page.getByRole("button", { name: auth("signIn.submit") }).click();
      await page.getByRole("main").getByRole("alert").first().waitFor();
    },
  },
  "/sign-in/provider": visit("nobody", "/sign-in/provider?why=identity_taken&mode=link"),
  "/sign-in/code": { who: "nobody", open: (page) => askForCode(page, "/sign-in") },
  "/busy": visit("nobody", "/busy"),
  "/offline": visit("nobody", "/offline"),
  "/help": visit("nobody", "/help"),
  "/scan": visit("nobody", "/scan"),
  "/scan: no camera": {
    who: "nobody",
    open: async (page) => {
      await page.goto("/scan");
      await page.getByRole("button", { name: scan("camera.start") }).click();
      await page.getByText(scan("trouble.absent")).waitFor();
    },
  },
  "/e/[code]": visit("nobody", ({ offers }) => `/e/${offers.daily.token}`),
  "/e/[code]: received": visit("citizen", ({ offers }) => `/e/${offers.open.token}`),
  "/e/[code]: closed": visit("nobody", ({ offers }) => `/e/${offers.closed.token}`),
  "/e/[code]: unknown": visit("nobody", "/e/AAAAAAAAAAAAAAAAAAAAAA"),
  "/c/[code]": visit("nobody", "/c/AAAAAAAAAAAAAAAAAAAAAA"),
  "/s/[code]": visit("citizen", ({ offers }) => `/s/${offers.shop.token}`),
  "/s/[code]: signed out": visit("nobody", ({ offers }) => `/s/${offers.shop.token}`),
  "/s/[code]/check/[quote]": { who: "citizen", open: openCheck },
  "/receipts/[id]": visit("citizen", ({ earned }) => `/receipts/${earned}`),
  "/receipts/[id]: a payment's record": visit("citizen", ({ paid }) => `/receipts/${paid}`),
  "/receipts/[id]: live": {
    who: "citizen",
    open: async (page, places) => {
      await openCheck(page, places);
      await page.getByRole("button", { name: spending("check.pay", { points: 1 }) }).click();
      // The check page has a timer, too.
      await page.locator("[data-live-screen]").waitFor();
    },
  },
  "/receipts/[id]: another's": visit("citizen", "/receipts/01a20d4d-a2fc-71ca-9a7f-000000000000"),
  "/history": visit("citizen", "/history"),
  "/framed": visit("nobody", "/framed?to=/scan"),
  "/news/[id]": visit("nobody", "/news/2026-0001"),
  "/shops": visit("nobody", "/shops"),
  "/shops/[id]": visit("nobody", ({ offers }) => `/shops/${offers.shop.shopId}`),
  "/me": visit("citizen", "/me"),
  "/me/proxies": visit("citizen", "/me/proxies"),
  "/me/suspension": visit("citizen", "/me/suspension"),
  ...waysScreens,
  ...stateScreens,
  "no page": visit("nobody", "/nowhere"),
};

const finds = {
  programme: "select programme_id id from lots group by 1 order by count(*) desc limit 1",
  payment: "select public_id id from transfers where kind = 'spend' order by id limit 1",
  exchange: "select public_id id from transfers where kind = 'exchange' order by id limit 1",
  reward: "select item_id id from reward_exchanges order by transfer_id limit 1",
};

async function find(admin: Sql, what: keyof typeof finds): Promise<string> {
  const [found] = await admin.unsafe<{ id: string }[]>(finds[what]);
  if (!found) throw new Error(`The seed has no ${what}.`);
  return found.id;
}

const programme = (after: string): Screen => ({
  who: "staff",
  open: async (page, { admin }) => page.goto(`/admin/programmes/${await find(admin, "programme")}${after}`),
});
const reward = (after: string): Screen => ({
  who: "staff",
  open: async (page, { admin }) => page.goto(`/admin/rewards/${await find(admin, "reward")}${after}`),
});
const activity = (after: string) =>
  visit("staff", ({ offers }) => `/admin/activities/${offers.open.activityId}${after}`);
const shop = (after: string) => visit("staff", ({ offers }) => `/admin/shops/${offers.shop.shopId}${after}`);
const code = (after: string) => visit("staff", ({ offers }) => `/admin/codes/${offers.shop.codeId}${after}`);

export const staffScreens: Screens = {
  ...memberScreens,
  ...approvalScreens,
  ...auditScreens,
  ...peopleScreens,
  ...counterScreens,
  ...doorScreens,
  "/admin": visit("staff", "/admin"),
  "/admin: nothing to do": visit("administrator", "/admin"),
  "/admin/[...missing]": visit("staff", "/admin/nowhere/at-all"),
  "/admin/programmes": visit("staff", "/admin/programmes"),
  "/admin/programmes/new": visit("staff", "/admin/programmes/new"),
  "/admin/programmes/new: errors": {
    who: "staff",
    open: async (page) => {
      await page.goto("/admin/programmes/new");
      await page.getByRole("button", { name: programmes("register"), exact: true }).click();
      await page.getByRole("main").getByRole("alert").first().waitFor();
    },
  },
  "/admin/programmes/[id]": programme(""),
  "/admin/programmes/[id]/edit": programme("/edit"),
  "/admin/programmes/[id]/budget": programme("/budget"),
  "/admin/activities": visit("staff", "/admin/activities"),
  "/admin/activities/new": visit("staff", "/admin/activities/new"),
  "/admin/activities/[id]": activity(""),
  "/admin/activities/[id]/edit": activity("/edit"),
  "/admin/activities/[id]/cancel": activity("/cancel"),
  "/admin/codes/[id]": code(""),
  "/admin/codes/[id]: an activity's": visit("staff", ({ offers }) => `/admin/codes/${offers.open.codeId}`),
  "/admin/codes/[id]/reissue": code("/reissue"),
  "/admin/codes/[id]/revoke": code("/revoke"),
  "/admin/shops": visit("staff", "/admin/shops"),
  "/admin/shops/new": visit("staff", "/admin/shops/new"),
  "/admin/shops/[id]": shop(""),
  "/admin/shops/[id]/edit": shop("/edit"),
  "/admin/rewards": visit("staff", "/admin/rewards"),
  "/admin/rewards/new": visit("staff", "/admin/rewards/new"),
  "/admin/rewards/[id]": reward(""),
  "/admin/rewards/[id]/edit": reward("/edit"),
  "/admin/rewards/exchanges/[transferId]": {
    who: "staff",
    open: async (page, { admin }) => page.goto(`/admin/rewards/exchanges/${await find(admin, "exchange")}`),
  },
  "/admin/grants": visit("staff", "/admin/grants"),
  "/admin/grants/[transferId]": visit("staff", ({ earned }) => `/admin/grants/${earned}`),
  "/admin/grants/[transferId]: the check": {
    who: "staff",
    open: async (page, { admin }) => {
      await page.goto(`/admin/grants/${await find(admin, "payment")}`);
      await page.getByLabel(grants("correction.reason")).fill("商品がなかったため");
      await page.getByRole("button", { name: grants("correction.check") }).click();
      await page.getByText(grants("correction.once")).waitFor();
    },
  },
  "/admin/shops/[id]: nothing": visit("staff", "/admin/shops/01a20d4d-a2fc-71ca-9a7f-000000000000"),
  "/admin/usage": visit("staff", "/admin/usage"),
  "/admin/usage: payments": visit("staff", "/admin/usage?view=payments"),
  "/admin/usage: days": visit("staff", "/admin/usage?view=days"),
};

/** The routes that these screens' names begin with. */
export function routesOf(screens: Screens): string[] {
  const routes = new Set(Object.keys(screens).map((name) => name.split(": ")[0] ?? name));
  return [...routes].filter((route) => route.startsWith("/")).sort();
}
