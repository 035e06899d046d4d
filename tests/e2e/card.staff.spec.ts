import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Page } from "@playwright/test";
import { filmText } from "../support/code-video";
import {
  answer,
  type Comer,
  expectReceipt,
  expectVisitOf,
  findPerson,
  issueCard,
  PIN,
  signUp,
} from "../support/counter-desk";
import { deskDevice } from "../support/e2e";
import { expect, test } from "../support/journey";
import { newAddress, signInByMail } from "../support/people";
import { findCode } from "../support/poster-video";
import { words } from "../support/words";

const counter = words("counter");
const members = words("members");
const ways = words("ways");

/** A camera's first picture and its decoder take their time. */
const CAMERA_MS = 30_000;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

/** What a QR code on the screen holds. */
async function readCode(page: Page, selector: string): Promise<string> {
  const picture = await loadImage(await page.locator(selector).screenshot());
  const canvas = createCanvas(picture.width * 2, picture.height * 2);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return (await findCode(canvas))?.text ?? "";
}

/** Signs somebody up with a card; gives them and their card's address. */
async function makeHolder(desk: Page): Promise<{ comer: Comer; address: string }> {
  const comer = await signUp(desk);
  await link(desk, counter("menu.card")).click();
  await issueCard(desk);
  await expectReceipt(desk, counter("card.issued"), comer);
  return { comer, address: await readCode(desk, "[data-card] svg") };
}

test("a PIN that anybody would try is refused at the counter, and two that differ are no PIN", async ({
  openDevice,
  counterState,
}) => {
  const desk = await openDevice({ ...deskDevice, storageState: counterState });
  const comer = await signUp(desk);
  await link(desk, counter("menu.card")).click();
  await issueCard(desk, "1948");
  await expect(desk.getByText(counter("cardRefusal.trivial_pin"))).toBeVisible();
  await desk.locator("[name=pin]").fill("2580");
  await desk.locator("[name=pinAgain]").fill("2581");
  await button(desk, counter("card.issue")).click();
  await expect(desk.getByText(counter("pinRefusal.not_the_same")).first()).toBeVisible();
  await issueCard(desk);
  await expectReceipt(desk, counter("card.issued"), comer);
});

test("who was found by a card keys its PIN in before an exchange, five times wrong shuts it, and it is set anew", async ({
  openDevice,
  counterState,
  offers,
}) => {
  test.slow();
  const desk = await openDevice({ ...deskDevice, storageState: counterState });
  const { comer, address } = await makeHolder(desk);
  await findPerson(desk, address);
  await answer(desk);
  await expectVisitOf(desk, comer);
  await desk.goto(`/admin/counter/grant/${offers.open.activityId}`);
  await button(desk, counter("grant.do", { points: offers.open.points })).click();
  await expectReceipt(desk, counter("grant.done", { points: offers.open.points }), comer);
  await findPerson(desk, address);
  await answer(desk);
  const item = "多摩川の絵はがき 5枚組";
  await link(desk, counter("menu.exchange")).click();
  await link(desk, item).click();
  await link(desk, counter("pieces", { pieces: 1 })).click();
  const exchange = async (pin: string) => {
    await desk.locator("[name=pin]").fill(pin);
    await button(desk, counter("exchange.do", { points: 80 })).click();
  };
  for (let tries = 0; tries < 5; tries += 1) {
    await exchange("1357");
    // The field is empty again once this very try is answered.
    await expect(desk.locator("[name=pin]")).toHaveValue("");
    await expect(desk.getByText(counter("pinRefusal.wrong_pin")).first()).toBeVisible();
  }
  await exchange(PIN);
  await expect(desk.getByText(counter("pinRefusal.pin_shut")).first()).toBeVisible();
  await desk.goto("/admin/counter/pin");
  await desk.getByLabel(counter("pin.seen")).check();
  await desk.locator("[name=pin]").fill("8052");
  await desk.locator("[name=pinAgain]").fill("8052");
  await button(desk, counter("pin.submit")).click();
  await expectReceipt(desk, counter("pin.done"), comer);
  await findPerson(desk, address);
  await answer(desk);
  await link(desk, counter("menu.exchange")).click();
  await link(desk, item).click();
  await link(desk, counter("pieces", { pieces: 1 })).click();
  await exchange("8052");
  await expectReceipt(desk, counter("exchange.done", { item }), comer);
});

test("the code on a member's phone is read by the counter's camera, changes, and an old one finds nobody", async ({
  openDevice,
  openPhoneWithCamera,
  counterState,
  mailbox,
}, test) => {
  test.setTimeout(180_000);
  const phone = await openDevice();
  const address = newAddress();
  await signInByMail(phone, mailbox, address);
  await phone.goto("/me/card");
  const shown = () => readCode(phone, `[aria-label="${ways("card.picture")}"]`);
  const first = await shown();
  expect(first).toMatch(/\/c\/m[\w-]{60,}$/);
  expect(first).not.toContain(address);
  await expect.poll(shown, { timeout: 25_000 }).not.toBe(first);
  const video = test.outputPath("phone.y4m");
  filmText("nothing yet", video);
  const desk = await openPhoneWithCamera(video, { ...deskDevice, storageState: counterState });
  // A slow camera may see a code that is over: then the phone's next one is shown to it.
  await expect(async () => {
    await desk.goto("/admin/counter");
    filmText(await shown(), video);
    await button(desk, members("camera.start")).click();
    await expect(desk.getByRole("heading", { name: counter("confirm.title") })).toBeVisible({ timeout: CAMERA_MS });
  }).toPass({ timeout: 110_000 });
  // A quick camera is done before the first code is thirty seconds old.
  await expect(async () => {
    await desk.goto("/admin/counter");
    await desk.getByLabel(counter("find.label")).fill(first);
    await button(desk, counter("find.submit")).click();
    await expect(desk.getByText(counter("find.none")).first()).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
});

test("a card holder joins the card to an app by its PIN, and both show the same balance", async ({
  openDevice,
  counterState,
  offers,
  mailbox,
}) => {
  const desk = await openDevice({ ...deskDevice, storageState: counterState });
  const { comer, address } = await makeHolder(desk);
  await findPerson(desk, address);
  await answer(desk);
  await expectVisitOf(desk, comer);
  await desk.goto(`/admin/counter/grant/${offers.open.activityId}`);
  await button(desk, counter("grant.do", { points: offers.open.points })).click();
  await expectReceipt(desk, counter("grant.done", { points: offers.open.points }), comer);
  const phone = await openDevice();
  await signInByMail(phone, mailbox, newAddress());
  await phone.goto("/me/card/join");
  await phone.getByLabel(ways("join.card")).fill(comer.number);
  await phone.getByLabel(ways("join.pin")).fill("1357");
  await button(phone, ways("join.submit")).click();
  await expect(phone.getByText(ways("join.refusal.wrong_card"))).toBeVisible();
  await phone.getByLabel(ways("join.pin")).fill(PIN);
  await button(phone, ways("join.submit")).click();
  await expect(phone.getByText(ways("card.joined"))).toBeVisible();
  await phone.goto("/history");
  await expect(phone.getByText(String(offers.open.points)).first()).toBeVisible();
});
