import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { person, watch } from "./e2e";
import { test as base } from "./journey";
import type { Screen } from "./screens";

type State = Exclude<BrowserContextOptions["storageState"], string | undefined>;

interface ForTest {
  /** Opens the screen before the person it is for, in a window of this size. */
  openScreen: (screen: Screen, viewport: { width: number; height: number }) => Promise<Page>;
}

interface ForWorker {
  /** Where the cookies of each person of the screens are kept. */
  states: Record<Screen["who"], string | undefined>;
  /** The one window of each person: a browser that has read the app's scripts before opens a screen in half the time. */
  windows: Map<Screen["who"], Page>;
}

/** The journeys' test with one window of each person for all the screens of a worker, with the person's own cookies again at each. */
export const test = base.extend<ForTest, ForWorker>({
  states: [
    async ({ staffState, counterState, auditorState, administratorState, approverState, citizen }, use) =>
      use({
        nobody: undefined,
        citizen: citizen.state,
        staff: staffState,
        counter: counterState,
        auditor: auditorState,
        administrator: administratorState,
        approver: approverState,
      }),
    { scope: "worker" },
  ],
  windows: [
    async ({ browser: _ }, use) => {
      const windows = new Map<Screen["who"], Page>();
      await use(windows);
      for (const page of windows.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
  openScreen: async ({ browser, windows, states, offers, admin, citizen, faults }, use) => {
    const unwatch: (() => void)[] = [];
    // Some of the screens say that there is nothing here; one has no network, for what the page asks for ahead neither.
    faults.expected.push(/status of 404/, /ERR_INTERNET_DISCONNECTED/, /occurred when fetching the script/);
    await use(async ({ who, open }, viewport) => {
      const page = windows.get(who) ?? (await (await browser.newContext(person())).newPage());
      windows.set(who, page);
      unwatch.push(watch(page.context(), faults));
      await page.context().setOffline(false);
      await page.context().clearCookies();
      const state = states[who];
      if (state) await page.context().addCookies((JSON.parse(readFileSync(state, "utf8")) as State).cookies);
      await page.setViewportSize(viewport);
      await open(page, { offers, admin, ...citizen });
      return page;
    });
    for (const end of unwatch) end();
  },
});
