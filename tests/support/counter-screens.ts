import type { Page } from "@playwright/test";
import { answer, findPerson, issueCard, signUp } from "./counter-desk";
import type { Screen, Screens } from "./screens";
import { words } from "./words";

const counter = words("counter");

/** A page of a visit of somebody who has just been signed up. */
const inVisit = (path: string, then?: (page: Page) => Promise<unknown>): Screen => ({
  who: "counter",
  open: async (page) => {
    await signUp(page);
    await page.goto(`/admin/counter/${path}`);
    await then?.(page);
  },
});

export const counterScreens: Screens = {
  "/admin/counter": { who: "counter", open: (page) => page.goto("/admin/counter") },
  "/admin/counter: not understood": {
    who: "counter",
    open: async (page) => {
      await page.goto("/admin/counter");
      await page.getByRole("button", { name: counter("find.submit") }).click();
      await page.getByRole("main").getByRole("alert").first().waitFor();
    },
  },
  "/admin/counter: the second question": {
    who: "counter",
    open: async (page) => {
      const { number } = await signUp(page);
      await findPerson(page, number);
      await answer(page, "昭和1年1月1日");
      await page.getByRole("main").getByRole("alert").first().waitFor();
    },
  },
  "/admin/counter/new": { who: "counter", open: (page) => page.goto("/admin/counter/new") },
  "/admin/counter/menu": inVisit("menu"),
  "/admin/counter/grant": inVisit("grant"),
  "/admin/counter/grant/[activityId]": {
    who: "counter",
    open: async (page, { offers }) => {
      await signUp(page);
      await page.goto(`/admin/counter/grant/${offers.open.activityId}`);
    },
  },
  "/admin/counter/exchange": inVisit("exchange"),
  "/admin/counter/exchange/[itemId]": {
    who: "counter",
    open: async (page, { admin }) => {
      const [item] = await admin<
        { id: string }[]
      >`select id from reward_items where closed_at is null order by name limit 1`;
      await signUp(page);
      await page.goto(`/admin/counter/exchange/${item?.id}`);
    },
  },
  "/admin/counter/card": inVisit("card"),
  "/admin/counter/card: the receipt": inVisit("card", async (page) => {
    await issueCard(page);
    await page.locator("[data-receipt]").waitFor();
  }),
  "/admin/counter/pin": {
    who: "counter",
    open: async (page) => {
      const { number } = await signUp(page);
      await page.goto("/admin/counter/card");
      await issueCard(page);
      await page.locator("[data-receipt]").waitFor();
      await findPerson(page, number);
      await answer(page);
      await page.goto("/admin/counter/pin");
    },
  },
  "/admin/counter/balance": inVisit("balance"),
};
