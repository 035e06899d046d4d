import { spawnSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { cityDay, endOfFiscalYear, fiscalYear, formatCityDate } from "@/lib/shared/city-time";
import { checkout } from "../../db/postgres-binaries";
import { approveDraft } from "../support/approver";
import { createActivity, createProgramme, createShop, issuePoster } from "../support/console";
import { deskDevice } from "../support/e2e";
import { expect, test } from "../support/journey";
import { newAddress, proveAddress, signInAsStaff, staffAddress } from "../support/people";
import { filmPoster, photographCode, renderPoster, withoutCode, writeVideo } from "../support/poster-video";
import { readPdf } from "../support/read-pdf";
import { words } from "../support/words";

const shell = words("shell");
const scan = words("scan");
const claims = words("claims");
const spending = words("spending");
const receipts = words("receipts");
const history = words("history");

/** ホーム or wherever the person is → よみとる → the camera, which reads what it sees. */
async function readWithCamera(phone: Page): Promise<void> {
  await phone.getByRole("link", { name: shell("nav.scan"), exact: true }).click();
  await phone.getByRole("button", { name: scan("camera.start") }).click();
}

/** A row of a receipt. */
const row = (phone: Page, term: string, detail: string) =>
  phone.getByRole("term").filter({ hasText: term }).locator("xpath=following-sibling::dd").getByText(detail);

/** `until`: the day, in words, on which the points end. */
async function receive(phone: Page, mailbox: string, title: string, until: string): Promise<void> {
  await expect(phone.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await phone.getByRole("button", { name: claims("take", { points: 300 }) }).click();
  await proveAddress(phone, mailbox, newAddress());
  await phone.waitForURL(/\/receipts\//);
  await expect(phone.getByRole("heading", { level: 1, name: receipts("earned", { points: 300 }) })).toBeVisible();
  await expect(row(phone, receipts("balance"), "300")).toBeVisible();
  await expect(row(phone, receipts("expiry"), until)).toBeVisible();
}

async function pay(phone: Page, shop: string): Promise<void> {
  await expect(phone.getByRole("heading", { level: 1, name: shop })).toBeVisible();
  await expect(phone.getByText("狛江市元和泉1-1-1")).toBeVisible();
  await phone.getByLabel(spending("amount.label")).fill("１２０");
  await phone.getByRole("button", { name: spending("amount.next") }).click();
  await expect(phone.getByRole("heading", { level: 1, name: spending("check.show") })).toBeVisible();
  await phone.getByRole("button", { name: spending("check.pay", { points: 120 }) }).click();
}

/** What the clerk trusts: shop, amount, the number that counts up, and seconds that go on. */
async function expectLiveScreen(phone: Page, shop: string): Promise<void> {
  const screen = phone.getByRole("region", { name: receipts("live.title") });
  await expect(screen.getByText(shop)).toBeVisible();
  await expect(screen.getByText("120", { exact: false }).first()).toBeVisible();
  await expect(screen.getByText("#001")).toBeVisible();
  const clock = screen.getByRole("timer");
  const seconds = new Set<string | null>();
  await expect.poll(async () => seconds.add(await clock.textContent()).size).toBeGreaterThanOrEqual(3);
}

/** What a programme's form proposes, and this one kept: the points live to the end of the next fiscal year. */
const nextFiscalYearEnd = (now: Date) => formatCityDate(endOfFiscalYear(fiscalYear(cityDay(now)) + 1));

test("staff print two posters, and a citizen's camera turns them into points earned and points spent", async ({
  openDevice,
  openPhoneWithCamera,
  mailbox,
  admin,
  approver,
}, test) => {
  test.setTimeout(240_000);
  const [title, shop] = [`多摩川ウオーキング ${test.workerIndex}`, `むいから食堂 ${test.workerIndex}`];
  const [clock] = await admin<{ now: Date }[]>`select city_now() as now`;
  const desk = await openDevice(deskDevice);
  await signInAsStaff(desk, mailbox, staffAddress(0));
  const programme = `健康ウオーキング ${test.workerIndex}`;
  await createProgramme(desk, programme);
  await approveDraft(approver, programme);
  await createActivity(desk, title, clock?.now ?? new Date(0));
  const earnPoster = await renderPoster(await issuePoster(desk));
  await createShop(desk, shop, "ムイカラショクドウ");
  const shopPoster = await renderPoster(await issuePoster(desk));

  const seen = test.outputPath("camera.y4m");
  await filmPoster(earnPoster, seen);
  const phone = await openPhoneWithCamera(seen);
  await phone.goto("/");
  await readWithCamera(phone);
  await receive(phone, mailbox, title, nextFiscalYearEnd(clock?.now ?? new Date(0)));

  await filmPoster(shopPoster, seen);
  await readWithCamera(phone);
  await pay(phone, shop);
  await expectLiveScreen(phone, shop);

  const receipt = new URL(phone.url()).pathname;
  await phone.goto(receipt);
  await expect(phone.getByText(receipts("past"))).toBeVisible();
  await expect(phone.getByRole("timer")).toHaveCount(0);
  await phone.getByRole("link", { name: shell("nav.history"), exact: true }).click();
  await expect(phone.getByRole("link", { name: title })).toBeVisible();
  await expect(phone.getByRole("link", { name: shop })).toHaveAttribute("href", receipt);
  await expect(phone.getByText(history("balance", { points: 180 }))).toBeVisible();

  const verified = spawnSync("npm", ["run", "--silent", "ledger:verify"], { cwd: checkout, encoding: "utf8" });
  expect(verified.status, `${verified.stdout}${verified.stderr}`).toBe(0);
});

test("the same PDF without its code leads nowhere", async ({ desk, openPhoneWithCamera }, test) => {
  await createShop(desk, `白いポスターの店 ${test.workerIndex}`, "しろいぽすたーのみせ");
  const pdf = await issuePoster(desk);
  const poster = await renderPoster(pdf);
  const seen = test.outputPath("camera.y4m");
  const code = await filmPoster(poster, seen);
  const blankPdf = withoutCode(pdf);
  expect((await readPdf(blankPdf)).text).toBe((await readPdf(pdf)).text);
  const blank = await renderPoster(blankPdf);
  await expect(filmPoster(blank, seen)).rejects.toThrow("no QR code");
  writeVideo(seen, [photographCode(blank, code)]);
  const phone = await openPhoneWithCamera(seen);
  await phone.goto("/scan");
  await phone.getByRole("button", { name: scan("camera.start") }).click();
  await expect(phone.getByText(scan("camera.hold"))).toBeVisible();
  await expect(phone.waitForURL(/\/s\//, { timeout: 5_000 })).rejects.toThrow(/Timeout/);

  // The same poster with its code is read: the blank one failed for its blankness.
  const whole = test.outputPath("whole.y4m");
  await filmPoster(poster, whole);
  const other = await openPhoneWithCamera(whole);
  await other.goto("/scan");
  await other.getByRole("button", { name: scan("camera.start") }).click();
  await other.waitForURL(/\/s\//);
});

test("a photo of the whole poster is read where there is no camera", async ({ desk, page }, test) => {
  await createShop(desk, `写真の店 ${test.workerIndex}`, "しゃしんのみせ");
  const poster = await renderPoster(await issuePoster(desk));
  const photo = { name: "poster.png", mimeType: "image/png", buffer: poster.toBuffer("image/png") };
  await page.goto("/scan");
  await page.getByLabel(scan("photo.choose")).setInputFiles(photo);
  await page.waitForURL(/\/s\//);
  await expect(page.getByRole("heading", { level: 1, name: /写真の店/ })).toBeVisible();
});
