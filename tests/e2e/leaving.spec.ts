import { expect, test } from "../support/journey";
import { earnAsNewcomer } from "../support/people";
import { words } from "../support/words";

const claims = words("claims");
const leaving = words("leaving");
const me = words("me");
const own = words("own-data");

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
