import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Role } from "@/lib/staff/permissions";
import people from "../../db/seed/people.json" with { type: "json" };
import { countMails, waitForCode } from "./mailbox";
import { msToNextCode, totpCode, totpSecret } from "./totp";
import { words } from "./words";

const auth = words("auth");
const joining = words("joining");
const spending = words("spending");

/** A mail address that nobody has used: whoever signs in with it is new here. */
export const newAddress = () => `citizen-${randomBytes(6).toString("hex")}@example.jp`;

/** One of the seed's staff who hold this role, another for each worker where there are several. */
export function holderOf(worker: number, role: Role = "programme") {
  const holders = people.filter(({ roles }) => roles?.includes(role));
  const holder = holders[worker % holders.length];
  if (!holder) throw new Error(`The seed has no ${role}.`);
  return holder;
}

export const staffAddress = (worker: number, role: Role = "programme"): string => holderOf(worker, role).email;

/** Answers what a newcomer is asked once after the first proof, where it is asked. */
export async function signUpWhereAsked(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname !== "/sign-in/code");
  if (new URL(page.url()).pathname !== "/sign-up") return;
  await page.getByLabel(joining("ties.resident")).check();
  await page.getByLabel(joining("signUp.agrees")).check();
  await page.getByRole("button", { name: joining("signUp.submit") }).click();
}

/** On a page that asks for the address: types it, then the code from the mail, in the same tab, and presses `next`. A newcomer signs up. */
export async function proveAddress(
  page: Page,
  mailbox: string,
  address: string,
  next = auth("code.submit"),
): Promise<void> {
  const before = await countMails(mailbox, address);
  await page.getByLabel(auth("signIn.email")).fill(address);
  await page.getByRole("button", { name: auth("signIn.submit") }).click();
  await typeCode(page, await waitForCode(mailbox, address, before), next);
  if (next === auth("code.submit")) await signUpWhereAsked(page);
}

export async function typeCode(page: Page, code: string, next = auth("code.submit")): Promise<void> {
  await page.getByRole("heading", { level: 1, name: auth("code.title") }).waitFor();
  await page.getByRole("textbox", { name: auth("code.label") }).fill(code);
  await page.getByRole("button", { name: next }).click();
}

/** Signs a citizen in, new or known, and ends at home. */
export async function signInByMail(page: Page, mailbox: string, address: string): Promise<void> {
  await page.goto("/sign-in");
  await proveAddress(page, mailbox, address);
  await page.waitForURL((url) => url.pathname === "/");
}

/** The first of two steps at the staff door: ends at the second. */
export async function proveStaffAddress(page: Page, mailbox: string, address: string): Promise<void> {
  await page.goto("/admin/sign-in");
  await proveAddress(page, mailbox, address, auth("staff.next"));
  await page.getByRole("heading", { level: 1, name: auth("second.title") }).waitFor();
}

async function leave(page: Page): Promise<void> {
  const from = page.url();
  await page.waitForURL((url) => url.href !== from, { timeout: 75_000 });
}

/**
 * Types what the person's authenticator app shows, and what it shows next where that was used already: until it is done, as a rule by leaving the
 * page. The next one is taken half a minute early, as for a person whose clock is ahead.
 */
export async function typeTotp(
  page: Page,
  secret: string,
  submit = auth("second.submit"),
  left = leave(page),
): Promise<void> {
  const used = page.getByRole("link", { name: auth("refusal.totp_used") });
  for (let tries = 0; tries < 3; tries += 1) {
    await page.getByRole("textbox", { name: auth("second.label") }).fill(totpCode(secret, Math.min(tries, 1)));
    await page.getByRole("button", { name: submit }).click();
    const again = await Promise.race([left.then(() => false), used.waitFor().then(() => true)]);
    if (!again) return;
    if (tries > 0) await page.waitForTimeout(msToNextCode());
    await page.reload();
  }
  await left;
}

/** Signs a member of staff in, by the mailed code and the authenticator app of the seed, and ends at the console. */
export async function signInAsStaff(page: Page, mailbox: string, address: string): Promise<void> {
  await proveStaffAddress(page, mailbox, address);
  await typeTotp(page, totpSecret(address));
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
