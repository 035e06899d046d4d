import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Role } from "@/lib/staff/permissions";
import people from "../../db/seed/people.json" with { type: "json" };
import { countMails, waitForCode } from "./mailbox";
import { words } from "./words";

const auth = words("auth");
const spending = words("spending");

/** A mail address that nobody has used: whoever signs in with it is new here. */
export const newAddress = () => `citizen-${randomBytes(6).toString("hex")}@example.jp`;

/** One of the seed's staff who hold this role. A mailbox takes five codes an hour, so each worker has its own. */
export function staffAddress(worker: number, role: Role = "programme"): string {
  const holders = people.filter(({ roles }) => roles?.includes(role));
  const holder = holders[worker % holders.length];
  if (!holder) throw new Error(`The seed has no ${role}.`);
  return holder.email;
}

/** On a page that asks for the address: types it, then the code from the mail, in the same tab. */
export async function proveAddress(page: Page, mailbox: string, address: string): Promise<void> {
  const before = await countMails(mailbox, address);
  await page.getByLabel(auth("signIn.email")).fill(address);
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  await typeCode(page, await waitForCode(mailbox, address, before));
}

export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByRole("heading", { level: 1, name: auth("code.title") }).waitFor();
  await page.getByRole("textbox", { name: auth("code.label") }).fill(code);
  await page.getByRole("button", { name: auth("code.submit") }).click();
}

/** Signs a citizen in, new or known, and ends at home. */
export async function signInByMail(page: Page, mailbox: string, address: string): Promise<void> {
  await page.goto("/sign-in");
  await proveAddress(page, mailbox, address);
  await page.waitForURL((url) => url.pathname === "/");
}

/** Signs a member of staff in and ends at the console. */
export async function signInAsStaff(page: Page, mailbox: string, address: string): Promise<void> {
  await page.goto("/admin/sign-in");
  await proveAddress(page, mailbox, address);
  await page.waitForURL((url) => !url.pathname.startsWith("/admin/sign-in"));
}

/** A citizen who has just received an activity's points: the shortest way to a filled wallet. */
export async function earnAsNewcomer(page: Page, mailbox: string, token: string): Promise<string> {
  const address = newAddress();
  await page.goto(`/e/${token}`);
  await page.getByRole("button", { name: /受け取る/ }).click();
  await proveAddress(page, mailbox, address);
  await page.waitForURL(/\/receipts\//);
  return address;
}

/** A signed-in citizen pays at a shop and ends at the live screen. */
export async function payAt(page: Page, token: string, points: number): Promise<void> {
  await page.goto(`/s/${token}`);
  await page.getByLabel(spending("amount.label")).fill(String(points));
  await page.getByRole("button", { name: spending("amount.next") }).click();
  await page.getByRole("button", { name: spending("check.pay", { points }) }).click();
  await page.waitForURL(/\/receipts\//);
}
