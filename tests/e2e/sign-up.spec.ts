import { arriveNew, letTextsChange } from "../support/joining-screens";
import { expect, test } from "../support/journey";
import { countMails, waitForCode } from "../support/mailbox";
import { newAddress, typeCode } from "../support/people";
import { words } from "../support/words";

const auth = words("auth");
const claims = words("claims");
const joining = words("joining");
const legal = words("legal");
const receipts = words("receipts");
const me = words("me");

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a scan before the sign-in outlives the sign-in and the sign-up, and ends on its receipt", async ({
    page,
    mailbox,
    offers,
  }) => {
    const address = newAddress();
    await page.goto(`/e/${offers.open.token}`);
    await page.getByRole("button", { name: claims("take", { points: 500 }) }).click();
    const before = await countMails(mailbox, address);
    await page.getByLabel(auth("signIn.email")).fill(address);
    await page.getByRole("button", { name: auth("signIn.submit") }).click();
    await typeCode(page, await waitForCode(mailbox, address, before));
    await expect(page.getByRole("heading", { level: 1, name: joining("signUp.title") })).toBeVisible();
    await expect(page.getByText(joining("signUp.claim"))).toBeVisible();
    await page.getByLabel(joining("signUp.nickname")).fill("のがわ");
    await page.getByRole("button", { name: joining("signUp.submit") }).click();
    await expect(page.getByRole("link", { name: joining("error.tie") })).toBeVisible();
    await expect(page.getByRole("link", { name: joining("error.not_agreed") })).toBeVisible();
    await expect(page.getByLabel(joining("signUp.nickname"))).toHaveValue("のがわ");
    await page.getByLabel(joining("ties.worker")).check();
    await page.getByLabel(joining("signUp.birthYear")).fill("昭和２３年");
    await page.getByLabel(joining("signUp.agrees")).check();
    await page.getByRole("button", { name: joining("signUp.submit") }).click();
    await page.waitForURL(/\/receipts\//);
    await expect(page.getByText(receipts("earned", { points: 500 }))).toBeVisible();
    await page.goto("/sign-up");
    await expect(page).toHaveURL((url) => url.pathname === "/");
  });
});

test("under 15 the sign-up says what to do instead, and nothing of it opens", async ({ page, mailbox }) => {
  await arriveNew(page, mailbox);
  await page.getByLabel(joining("ties.student")).check();
  await page.getByLabel(joining("signUp.birthYear")).fill("2020");
  await page.getByLabel(joining("signUp.agrees")).check();
  await page.getByRole("button", { name: joining("signUp.submit") }).click();
  await expect(page.getByText(joining("guardian_needed.title"), { exact: true })).toBeVisible();
  await page.goto("/me");
  await expect(page).toHaveURL(/\/sign-up\?to=/);
});

test("whoever lacks a consent is led to it once, and lands where they were going", async ({ page, mailbox, admin }) => {
  await arriveNew(page, mailbox);
  await letTextsChange(page, admin);
  await page.goto("/me");
  await expect(page.getByRole("heading", { level: 1, name: joining("consent.title") })).toBeVisible();
  await page.getByRole("button", { name: joining("consent.submit") }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/me");
  await expect(page.getByRole("heading", { level: 1, name: me("title") })).toBeVisible();
  await page.goto("/consent");
  await expect(page).toHaveURL((url) => url.pathname === "/");
});

test("the texts can be read by anybody, from help and from the sign-in, each version by its address", async ({
  page,
}) => {
  for (const from of ["/help", "/sign-in"]) {
    await page.goto(from);
    await page.getByRole("link", { name: legal("terms"), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: legal("terms") })).toBeVisible();
  }
  await page.goto("/privacy?version=1");
  await expect(page.getByRole("heading", { level: 1, name: legal("privacy") })).toBeVisible();
  expect((await page.request.get("/privacy?version=999")).status()).toBe(404);
});
