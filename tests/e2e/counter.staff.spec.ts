import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Page } from "@playwright/test";
import {
  answer,
  type Comer,
  expectNobody,
  expectNothingOf,
  expectReceipt,
  expectVisitOf,
  findPerson,
  issueCard,
  openVisit,
  signUp,
} from "../support/counter-desk";
import { deskDevice } from "../support/e2e";
import { test as base, expect } from "../support/journey";
import type { Offers } from "../support/offers";
import { findCode } from "../support/poster-video";
import { letVisitIdle } from "../support/time";
import { words } from "../support/words";

const counter = words("counter");
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

const test = base.extend<{ counterDesk: Page }>({
  counterDesk: async ({ openDevice, counterState }, use) =>
    use(await openDevice({ ...deskDevice, storageState: counterState })),
});

/** What the QR code on the receipt's card holds. */
async function readCard(page: Page): Promise<string> {
  const picture = await loadImage(await page.locator("[data-card] svg").screenshot());
  const canvas = createCanvas(picture.width * 2, picture.height * 2);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return (await findCode(canvas))?.text ?? "";
}

/** Reload, Back, Back again, and the next visit's first page: nothing of the former member. */
async function expectOver(page: Page, comer: Comer): Promise<void> {
  await page.reload();
  await expectNobody(page, comer);
  for (let step = 0; step < 3; step += 1) {
    await page.goBack();
    await expect(page.locator("html")).not.toHaveAttribute("hidden");
    await expectNothingOf(page, comer);
  }
}

async function grantOpen(page: Page, { activityId, points }: Offers["open"]): Promise<void> {
  await link(page, counter("menu.grant")).click();
  await page.locator(`a[href="/admin/counter/grant/${activityId}"]`).click();
  await button(page, counter("grant.do", { points })).click();
}

test("a new person is signed up, gets a card, is known by it and one more answer, and each receipt is the end of their part", async ({
  counterDesk: page,
  offers,
  baseURL,
}) => {
  const comer = await signUp(page);
  await link(page, counter("menu.card")).click();
  await expectVisitOf(page, comer);
  await issueCard(page);
  await expectReceipt(page, counter("card.issued"), comer);
  const address = await readCard(page);
  expect(address).toMatch(new RegExp(`^${baseURL}/c/[\\w-]{22}$`));
  await expect(button(page, counter("end"))).toBeHidden();
  await expectOver(page, comer);

  await findPerson(page, address);
  await expect(page.getByText(`和＊${comer.givenName}`)).toBeVisible();
  await expect(page.getByText(comer.familyName)).toHaveCount(0);
  await answer(page, "昭和23年3月6日");
  await expect(page.getByText(counter("personRefusal.wrong_answer")).first()).toBeVisible();
  await expect(page.getByText(comer.familyName)).toHaveCount(0);
  await answer(page);
  await expectVisitOf(page, comer);

  const { points } = offers.open;
  await grantOpen(page, offers.open);
  await expectReceipt(page, counter("grant.done", { points }), comer);
  await link(page, counter("next")).click();
  await expectNobody(page, comer);
  await expectOver(page, comer);

  await openVisit(page, comer);
  await grantOpen(page, offers.open);
  await expectReceipt(page, counter("grant.already"), comer);
});

test("points are exchanged for goods up to a receipt, and the sheet with the balance is printed without keys", async ({
  counterDesk: page,
  offers,
  admin,
}) => {
  const comer = await signUp(page);
  await grantOpen(page, offers.open);
  await expectReceipt(page, counter("grant.done", { points: offers.open.points }), comer);
  await openVisit(page, comer);
  await link(page, counter("menu.exchange")).click();
  const item = "多摩川の絵はがき 5枚組";
  const left = async () => (await admin`select stock from reward_items where name = ${item}`)[0]?.stock;
  const before = await left();
  await link(page, item).click();
  await expectVisitOf(page, comer);
  await link(page, counter("pieces", { pieces: 2 })).click();
  await expect(page.getByText(counter("points", { points: offers.open.points - 160 }))).toBeVisible();
  await button(page, counter("exchange.do", { points: 160 })).dblclick();
  await expectReceipt(page, counter("exchange.done", { item }), comer);
  expect(await left()).toBe(before - 2);
  await expectOver(page, comer);

  await openVisit(page, comer);
  await link(page, counter("menu.balance")).click();
  await expect(page.getByText(item)).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expectVisitOf(page, comer);
  await expect(page.getByText(counter("points", { points: offers.open.points - 160 })).first()).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByText(counter("console"))).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await button(page, counter("end")).click();
  await expectNobody(page, comer);
  await page.goBack();
  await expect(page.locator("html")).not.toHaveAttribute("hidden");
  await expectNothingOf(page, comer);
});

test("whoever leaves at any step leaves nothing to the next member, whichever page is opened then", async ({
  counterDesk: page,
  offers,
  admin,
}) => {
  test.slow();
  const [first, second] = [await signUp(page), await signUp(page)];
  const [item] = await admin`select id from reward_items where closed_at is null and stock > 0 order by points limit 1`;
  const steps = [
    "menu",
    "grant",
    `grant/${offers.open.activityId}`,
    "exchange",
    `exchange/${item?.id}`,
    "card",
    "balance",
  ];
  for (const step of steps) {
    await openVisit(page, first);
    await page.goto(`/admin/counter/${step}`);
    await expectVisitOf(page, first);
    await openVisit(page, second);
    await page.goto(`/admin/counter/${step}`);
    await expectVisitOf(page, second);
    await expectNothingOf(page, first);
    await page.goBack();
    await expect(page.locator("html")).not.toHaveAttribute("hidden");
    await expectNothingOf(page, first);
  }
});

test("a second tab lets go of the former member at once, and its form cannot act for the next one", async ({
  counterDesk: page,
  offers,
  admin,
}) => {
  const [first, second] = [await signUp(page), await signUp(page)];
  await openVisit(page, first);
  const tab = await page.context().newPage();
  await tab.goto(`/admin/counter/grant/${offers.open.activityId}`);
  await expectVisitOf(tab, first);
  await openVisit(page, second);
  await expectNobody(tab, first, second);
  const granted =
    await admin`select 1 from audit_entries where act = 'grant_at_counter' and after->>'activityId' = ${offers.open.activityId}
    and target_id in (select id::text from members where number in (${first.number}, ${second.number}))`;
  expect(granted).toHaveLength(0);
  await tab.close();
});

test("sixty seconds without a key or a touch end a visit, in the browser with a warning and on the server for good", async ({
  counterDesk: page,
  admin,
}) => {
  const comer = await signUp(page);
  await letVisitIdle(admin, comer.number);
  await link(page, counter("menu.balance")).click();
  await expectNobody(page, comer);
  await page.clock.install();
  await openVisit(page, comer);
  await page.clock.fastForward(50_000);
  await expect(page.getByText(counter("idle.title"))).toBeVisible();
  await button(page, counter("idle.stay")).click();
  await expect(page.getByText(counter("idle.title"))).toBeHidden();
  await page.clock.fastForward(61_000);
  await expectNobody(page, comer);
});
