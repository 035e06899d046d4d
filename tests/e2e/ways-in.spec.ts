import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey";
import { countMails, waitForCode } from "../support/mailbox";
import { setProof } from "../support/member-proof";
import { newAddress, signInByMail } from "../support/people";
import { useVirtualAuthenticator } from "../support/virtual-authenticator";
import { words } from "../support/words";

const auth = words("auth");
const ways = words("ways");

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a citizen is offered a passkey, adds one, and signs in with it alone", async ({ page, mailbox }) => {
  await useVirtualAuthenticator(page);
  await signInByMail(page, mailbox, newAddress());
  await page.getByRole("link", { name: ways("offer.go") }).click();
  await button(page, ways("in.addPasskey")).click();
  await expect(page.getByText(ways("in.done.added"))).toBeVisible();
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await button(page, auth("signIn.passkey")).click();
  await page.waitForURL((url) => url.pathname === "/");
  await expect(page.getByText(ways("offer.title"))).toHaveCount(0);
  await page.goto("/me/ways-in");
  await page.getByText(ways("in.rename")).click();
  await page.getByLabel(ways("in.name")).fill("わたしの電話");
  await button(page, ways("in.renameDo")).click();
  await expect(page.getByText(ways("in.passkey", { label: "わたしの電話" })).first()).toBeVisible();
});

test("the offer of a passkey is not made again on a device that said no", async ({ page, mailbox }) => {
  await signInByMail(page, mailbox, newAddress());
  await button(page, ways("offer.later")).click();
  await expect(page.getByText(ways("offer.title"))).toHaveCount(0);
});

test("after five minutes a way in is shown again before anything changes, by code or by passkey", async ({
  page,
  mailbox,
  admin,
}) => {
  const address = newAddress();
  await useVirtualAuthenticator(page);
  await signInByMail(page, mailbox, address);
  await setProof(page, admin, 6);
  await page.goto("/me/ways-in");
  await expect(page).toHaveURL(/\/prove\?/);
  const mails = await countMails(mailbox, address);
  await button(page, ways("prove.code")).click();
  await page.getByRole("textbox", { name: auth("code.label") }).fill(await waitForCode(mailbox, address, mails));
  await button(page, ways("prove.submit")).click();
  await expect(page).toHaveURL(/\/me\/ways-in$/);
  await button(page, ways("in.addPasskey")).click();
  await expect(page.getByText(ways("in.done.added"))).toBeVisible();
  await setProof(page, admin, 6);
  await page.goto("/me/ways-in");
  await button(page, ways("prove.passkey")).click();
  await expect(page).toHaveURL(/\/me\/ways-in$/);
});

test("the last way in says that it stays, and with a second one the first goes", async ({ page, mailbox }) => {
  const address = newAddress();
  await useVirtualAuthenticator(page);
  await signInByMail(page, mailbox, address);
  await page.goto("/me/ways-in");
  await expect(page.getByText(ways("in.last"))).toBeVisible();
  await button(page, ways("in.addPasskey")).click();
  await expect(page.getByText(ways("in.last"))).toHaveCount(0);
  const masked = ways("in.email", { email: `${address.slice(0, 1)}•••@example.jp` });
  const email = page.getByRole("listitem").filter({ hasText: masked });
  await email.locator("summary").click();
  await button(page, ways("in.removeDo", { name: masked })).click();
  await expect(page.getByText(ways("in.done.removed"))).toBeVisible();
  await expect(page.getByText(ways("in.last"))).toBeVisible();
});

test("another's address is told to be taken only to whoever reads its mails", async ({ page, openDevice, mailbox }) => {
  const [own, other] = [newAddress(), newAddress()];
  const neighbour = await openDevice();
  await signInByMail(neighbour, mailbox, other);
  await signInByMail(page, mailbox, own);
  await page.goto("/me/ways-in/email");
  const mails = await countMails(mailbox, other);
  await page.getByLabel(ways("email.label")).fill(other);
  await button(page, auth("signIn.submit")).click();
  await expect(page.getByText(auth("code.sent", { email: other }))).toBeVisible();
  await page.getByRole("textbox", { name: auth("code.label") }).fill(await waitForCode(mailbox, other, mails));
  await button(page, ways("email.submit")).click();
  await expect(page.getByText(ways("email.taken.title"))).toBeVisible();
});

test("a device that is signed out elsewhere is out at its next request", async ({ page, openDevice, mailbox }) => {
  const address = newAddress();
  const lost = await openDevice();
  await signInByMail(lost, mailbox, address);
  await signInByMail(page, mailbox, address);
  await page.goto("/me/devices");
  const here = page.getByRole("listitem").filter({ hasText: ways("devices.here", { device: "" }) });
  await expect(here).toHaveCount(1);
  await page
    .getByRole("listitem")
    .filter({ hasNotText: ways("devices.here", { device: "" }) })
    .getByRole("button")
    .click();
  await expect(page.getByText(ways("devices.done.one"))).toBeVisible();
  await lost.goto("/me");
  await expect(lost).toHaveURL(/\/sign-in/);
  await page.goto("/me");
  await expect(page).toHaveURL(/\/me$/);
});
