import type { Page } from "@playwright/test";
import { filmDark, pictureOfText, refilmText } from "../support/code-video";
import { expect, test } from "../support/journey";
import { words } from "../support/words";

// A phone's own decoder: the browsers of the tests have none, so it is set in at the browser's edge.

const scan = words("scan");

/** The phone's own decoder: finds `text` in whatever it is shown, or without one starts and then cannot read. */
const giveDecoder = (phone: Page, text?: string) =>
  phone.addInitScript((found) => {
    const asked: string[] = [];
    class BarcodeDetector {
      static getSupportedFormats = async () => ["qr_code"];
      detect = async () => {
        asked.push(found ?? "in vain");
        if (found === undefined) throw new DOMException("Barcode detection service unavailable.", "NotSupportedError");
        return [{ rawValue: found }];
      };
    }
    Object.assign(globalThis, { BarcodeDetector, asked });
  }, text);

const asked = (phone: Page): Promise<unknown[]> => phone.evaluate(() => Reflect.get(globalThis, "asked"));
const button = (phone: Page, name: string) => phone.getByRole("button", { name, exact: true });

async function startCamera(phone: Page): Promise<void> {
  await phone.goto("/scan");
  await button(phone, scan("camera.start")).click();
}

test("where the phone has a decoder of its own, that one reads", async ({
  openPhoneWithCamera,
  offers,
  baseURL,
}, test) => {
  const video = test.outputPath("dark.y4m");
  filmDark(video);
  const phone = await openPhoneWithCamera(video);
  await giveDecoder(phone, `${baseURL}/e/${offers.open.token}`);
  await startCamera(phone);
  await phone.waitForURL(`/e/${offers.open.token}`);
  await expect(phone.getByRole("heading", { level: 1, name: offers.open.title })).toBeVisible();
});

test("where the phone's own decoder starts and then cannot read, camera and photo are read all the same", async ({
  openPhoneWithCamera,
  offers,
  baseURL,
}, test) => {
  const address = `${baseURL}/e/${offers.open.token}`;
  const video = test.outputPath("dark.y4m");
  filmDark(video);
  const phone = await openPhoneWithCamera(video);
  await giveDecoder(phone);
  await startCamera(phone);
  await expect.poll(() => asked(phone)).toEqual(["in vain"]);
  refilmText(address, video);
  await phone.waitForURL(`/e/${offers.open.token}`);
  expect(await asked(phone), "tries of the decoder that cannot").toEqual(["in vain"]);
  await phone.goto("/scan");
  const photo = { name: "photo.png", mimeType: "image/png", buffer: pictureOfText(address) };
  await phone.getByLabel(scan("photo.choose")).setInputFiles(photo);
  await phone.waitForURL(`/e/${offers.open.token}`);
  expect(await asked(phone)).toEqual(["in vain"]);
});

test("where the phone's own decoder cannot read and no other can be fetched, that is said", async ({
  openPhoneWithCamera,
  faults,
}, test) => {
  faults.expected.push(/ERR_INTERNET_DISCONNECTED/, /occurred when fetching the script/);
  const video = test.outputPath("dark.y4m");
  filmDark(video);
  const phone = await openPhoneWithCamera(video);
  await giveDecoder(phone);
  await phone.goto("/scan");
  await expect(button(phone, scan("camera.start"))).toBeVisible();
  await phone.context().setOffline(true);
  await button(phone, scan("camera.start")).click();
  await expect(phone.getByText(scan("trouble.decoder"))).toBeVisible();
  expect(await asked(phone)).toEqual(["in vain"]);
});
