import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { countMails, waitForCode } from "./mailbox";
import { setProof } from "./member-proof";
import { newAddress, typeCode } from "./people";
import type { Screen, Screens } from "./screens";
import { words } from "./words";

const auth = words("auth");
const joining = words("joining");

/** Somebody new, after the first proof of an address: at the sign-up. */
export async function arriveNew(page: Page, mailbox: string, address = newAddress()): Promise<void> {
  await page.goto("/sign-in");
  const before = await countMails(mailbox, address);
  await page.getByLabel(auth("signIn.email")).fill(address);
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  await typeCode(page, await waitForCode(mailbox, address, before));
  await page.waitForURL(/\/sign-up/);
}

/** As if the city's texts had changed since whoever is signed in here signed up: the consent to them is lacking. */
export async function letTextsChange(page: Page, admin: Sql): Promise<void> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === "__Host-komapo")?.value ?? "";
  await admin`
    update members set registered_at = city_now(), tie = 'resident'
     where id = (select member_id from member_sessions where token_hash = ${createHash("sha256").update(token).digest()})`;
}

const newcomer = (then: (page: Page, admin: Sql) => Promise<unknown>): Screen => ({
  who: "nobody",
  open: async (page, { admin }) => {
    await arriveNew(page, process.env.E2E_MAILBOX ?? "");
    await then(page, admin);
  },
});

/** Somebody who showed a way in so many minutes ago. */
const proven = (path: string, minutesAgo: number): Screen => ({
  who: "citizen",
  open: async (page, { admin }) => {
    await setProof(page, admin, minutesAgo);
    await page.goto(path);
  },
});
const own = (path: string): Screen => ({ who: "citizen", open: (page) => page.goto(path) });

/** The texts, what is asked once of somebody new, and what they told, take along or take back later. */
export const joiningScreens: Screens = {
  "/me/data": own("/me/data"),
  "/me/leave": own("/me/leave"),
  "/me/data: to prove": proven("/me/data", 6),
  "/me/leave/sure": proven("/me/leave/sure", 0),
  "/me/profile": own("/me/profile"),
  "/terms": { who: "nobody", open: (page) => page.goto("/terms") },
  "/privacy": { who: "nobody", open: (page) => page.goto("/privacy?version=1") },
  "/sign-up": newcomer(async () => undefined),
  "/sign-up: errors": newcomer(async (page) => {
    await page.getByRole("button", { name: joining("signUp.submit") }).click();
    await page.getByRole("main").getByRole("alert").first().waitFor();
  }),
  "/consent": newcomer(async (page, admin) => {
    await letTextsChange(page, admin);
    await page.goto("/consent");
  }),
};
