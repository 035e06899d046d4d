import type { Page } from "@playwright/test";
import { arriveNew, letTextsChange } from "../support/joining-screens";
import { expect, test } from "../support/journey";
import { countMails, waitForCode } from "../support/mailbox";
import { setProof } from "../support/member-proof";
import { earnAsNewcomer, newAddress } from "../support/people";
import { words } from "../support/words";

const auth = words("auth");
const claims = words("claims");
const leaving = words("leaving");
const me = words("me");
const own = words("own-data");
const ways = words("ways");

/** At the page that asks for a way in once more: by the code of one's own mail. */
async function proveByMail(page: Page, mailbox: string, address: string): Promise<void> {
  await expect(page).toHaveURL(/\/prove\?/);
  const mails = await countMails(mailbox, address);
  await page.getByRole("button", { name: ways("prove.code") }).click();
  await page.getByRole("textbox", { name: auth("code.label") }).fill(await waitForCode(mailbox, address, mails));
  await page.getByRole("button", { name: ways("prove.submit") }).click();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a withdrawal says what is lost, asks once more, stops earning, and is undone in one tap", async ({
    page,
    mailbox,
    offers,
  }) => {
    await earnAsNewcomer(page, mailbox, offers.open.token);
    await page.goto("/me");
    await page.getByRole("link", { name: me("links.leave") }).click();
    await expect(page.getByText(leaving("pointsText", { points: 500 }))).toBeVisible();
    await page.getByRole("link", { name: leaving("next") }).click();
    await expect(page.getByRole("heading", { level: 1, name: leaving("sure.title") })).toBeVisible();
    await page.getByRole("button", { name: leaving("sure.submit") }).click();
    await expect(page.getByText(leaving("asked.title"))).toBeVisible();
    await page.goto("/me/leave");
    await expect(page.getByText(leaving("pointsLeaving", { points: 500 }))).toBeVisible();
    await page.goto(`/e/${offers.daily.token}`);
    await page.getByRole("button", { name: claims("take", { points: 500 }) }).click();
    await expect(page.getByText(claims("refusal.member_leaving"))).toBeVisible();
    await page.goto("/");
    await page.getByRole("button", { name: leaving("asked.stay") }).click();
    await expect(page.getByText(leaving("stayed.title"))).toBeVisible();
    await page.goto(`/e/${offers.daily.token}`);
    await page.getByRole("button", { name: claims("take", { points: 500 }) }).click();
    await page.waitForURL(/\/receipts\//);
  });

  test("after five minutes, leaving and taking one's data along ask for a way in once more, of whoever agrees to nothing new, too", async ({
    page,
    mailbox,
    admin,
  }) => {
    const address = newAddress();
    await arriveNew(page, mailbox, address);
    await letTextsChange(page, admin);
    await setProof(page, admin, 6);
    await page.goto("/me/data");
    await expect(page.getByRole("link", { name: own("export.json") })).toHaveCount(0);
    await page.getByRole("link", { name: own("export.prove") }).click();
    await proveByMail(page, mailbox, address);
    await expect(page).toHaveURL(/\/me\/data$/);
    await expect(page.getByRole("link", { name: own("export.json") })).toBeVisible();
    await setProof(page, admin, 6);
    const late = await page.request.get("/me/data/export?format=json", { maxRedirects: 0 });
    expect(late.headers().location).toMatch(/\/prove\?/);
    await page.goto("/me/leave");
    await page.getByRole("link", { name: leaving("next") }).click();
    await proveByMail(page, mailbox, address);
    await page.getByRole("button", { name: leaving("sure.submit") }).click();
    await expect(page.getByText(leaving("asked.title"))).toBeVisible();
  });
});

test("a member takes along what is kept of them and the year's record, and the export stands on their own record", async ({
  page,
  mailbox,
  offers,
}) => {
  const address = await earnAsNewcomer(page, mailbox, offers.open.token);
  await page.goto("/me/data");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: own("export.json") }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^my-data-\d{4}-\d{2}-\d{2}\.json$/);
  const json = await page.request.get("/me/data/export?format=json");
  expect(json.headers()["cache-control"]).toContain("no-store");
  const kept = await json.json();
  expect(kept.profile[0].email).toBe(address);
  expect(kept.transfers).toHaveLength(1);
  const href = await page
    .getByRole("link", { name: /年度の記録/ })
    .first()
    .getAttribute("href");
  const paper = await page.request.get(href ?? "");
  expect(paper.headers()["content-type"]).toBe("application/pdf");
  expect((await paper.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.reload();
  await expect(page.getByText(me("events.exported_data")).first()).toBeVisible();
});
