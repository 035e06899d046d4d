import type { Browser, Page, WorkerInfo } from "@playwright/test";
import postgres, { type Sql } from "postgres";
import type { Role } from "@/lib/staff/permissions";
import { idOf } from "./address";
import { signInAsApprover } from "./approver";
import { test as base, deskDevice } from "./e2e";
import { makeOffers, type Offers } from "./offers";
import { earnAsNewcomer, holderOf, payAt } from "./people";
import { openStaffSession } from "./staff-session";

export { expect } from "./e2e";

interface Citizen {
  /** Where the cookies are kept. */
  state: string;
  /** The receipts of one grant and one payment. */
  earned: string;
  paid: string;
}

interface ForWorker {
  /** One offer of each kind; members are the tests' own, so tests may share it. */
  offers: Offers;
  /** The served city's database past the app's rights, to arrange and to look. */
  admin: Sql;
  /** Where the cookies of this worker's member of staff are kept. */
  staffState: string;
  /** The same of somebody who works at the counter (窓口). */
  counterState: string;
  /** And of somebody who looks at what the others did (監査). */
  auditorState: string;
  administratorState: string;
  approverState: string;
  /** Somebody with 490 points, for pages that need a signed-in citizen but change nothing. */
  citizen: Citizen;
}

/** Signs in one of the seed's staff who hold the role; gives the file in which their cookies are kept. */
async function keepStaff(browser: Browser, admin: Sql, worker: WorkerInfo, role: Role): Promise<string> {
  const file = `${worker.project.outputDir}/${role}-${worker.workerIndex}.json`;
  const origin = process.env.E2E_ORIGIN ?? "";
  const context = await browser.newContext({ baseURL: origin });
  await openStaffSession(context, admin, origin, holderOf(worker.parallelIndex, role).name);
  await context.storageState({ path: file });
  await context.close();
  return file;
}

/** The journeys' test: a served city with offers, a desk at which staff are signed in, one of a second person who approves, and the database to look into. */
export const test = base.extend<{ desk: Page; approver: Page }, ForWorker>({
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
    async ({ browser, admin }, use, worker) => use(await keepStaff(browser, admin, worker, "programme")),
    { scope: "worker" },
  ],
  counterState: [
    async ({ browser, admin }, use, worker) => use(await keepStaff(browser, admin, worker, "counter")),
    { scope: "worker" },
  ],
  auditorState: [
    async ({ browser, admin }, use, worker) => use(await keepStaff(browser, admin, worker, "auditor")),
    { scope: "worker" },
  ],
  administratorState: [
    async ({ browser, admin }, use, worker) => use(await keepStaff(browser, admin, worker, "administrator")),
    { scope: "worker" },
  ],
  approverState: [
    async ({ browser, admin }, use, worker) => use(await keepStaff(browser, admin, worker, "approver")),
    { scope: "worker" },
  ],
  citizen: [
    async ({ browser, offers }, use, worker) => {
      const state = `${worker.project.outputDir}/citizen-${worker.workerIndex}.json`;
      const page = await browser.newPage({ baseURL: process.env.E2E_ORIGIN ?? "" });
      await earnAsNewcomer(page, process.env.E2E_MAILBOX ?? "", offers.open.token);
      const earned = idOf(page);
      await payAt(page, offers.shop.token, 10);
      await page.context().storageState({ path: state });
      const paid = idOf(page);
      await page.close();
      await use({ state, earned, paid });
    },
    { scope: "worker" },
  ],
  approver: async ({ openDevice, admin }, use) => {
    const page = await openDevice(deskDevice);
    await signInAsApprover(page, admin);
    await use(page);
  },
  desk: async ({ openDevice, staffState }, use) => use(await openDevice({ ...deskDevice, storageState: staffState })),
});
