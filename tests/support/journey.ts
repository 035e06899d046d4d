import type { Page } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import { test as base } from "./e2e";
import { makeOffers, type Offers } from "./offers";
import { signInAsStaff, staffAddress } from "./people";

export { expect } from "./e2e";

interface ForWorker {
  /** One offer of each kind; members are the tests' own, so tests may share it. */
  offers: Offers;
  /** The served city's database past the app's rights, to arrange and to look. */
  admin: Sql;
  /** Where the cookies of this worker's member of staff are kept. */
  staffState: string;
}

/** The journeys' test: a served city with offers, a desk at which staff are signed in, and the database to look into. */
export const test = base.extend<{ desk: Page }, ForWorker>({
  offers: [async ({ browserName: _ }, use) => use(makeOffers()), { scope: "worker" }],
  admin: [
    async ({ browserName: _ }, use) => {
      const url = process.env.E2E_ADMIN_URL;
      if (!url) throw new Error("E2E_ADMIN_URL is not set: run the journeys with npm run e2e.");
      const sql = postgres(url, { max: 2, onnotice: () => undefined });
      await use(sql);
      await sql.end({ timeout: 1 });
    },
    { scope: "worker" },
  ],
  staffState: [
    async ({ browser }, use, worker) => {
      const file = `${worker.project.outputDir}/staff-${worker.workerIndex}.json`;
      const page = await browser.newPage({ baseURL: process.env.E2E_ORIGIN ?? "" });
      await signInAsStaff(page, process.env.E2E_MAILBOX ?? "", staffAddress(worker.workerIndex));
      await page.context().storageState({ path: file });
      await page.close();
      await use(file);
    },
    { scope: "worker" },
  ],
  desk: async ({ openDevice, staffState }, use) =>
    use(await openDevice({ storageState: staffState, viewport: { width: 1366, height: 768 }, acceptDownloads: true })),
});
