import type { Page, TestInfo } from "@playwright/test";
import { filmDark, pictureOfText, refilmText } from "../support/code-video";
import { expect, test } from "../support/journey";
import { words } from "../support/words";

// A phone's own decoder and its light: the browsers of the tests have neither, so both are set in at the browser's edge.

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

/** A light beside the camera; while `isHeld`, another app has it. */
const giveTorch = (phone: Page) =>
  phone.addInitScript(() => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked, isHeld: false });
    const { getCapabilities } = MediaStreamTrack.prototype;
    MediaStreamTrack.prototype.getCapabilities = function () {
      return Object.assign(getCapabilities.call(this), { torch: true });
    };
    MediaStreamTrack.prototype.applyConstraints = async (wish) => {
      asked.push(wish);
      if (Reflect.get(globalThis, "isHeld")) throw new DOMException("setPhotoOptions failed", "UnknownError");
    };
  });

const asked = (phone: Page): Promise<unknown[]> => phone.evaluate(() => Reflect.get(globalThis, "asked"));
const wish = (torch: boolean) => ({ advanced: [{ torch }] });
const holdTorch = (phone: Page, isHeld: boolean) =>
  phone.evaluate((held) => Object.assign(globalThis, { isHeld: held }), isHeld);
const button = (phone: Page, name: string) => phone.getByRole("button", { name, exact: true });

/** A camera that sees nothing yet; `refilmText` shows it a code later. */
function filmDarkFor(test: TestInfo): string {
  const video = test.outputPath("dark.y4m");
  filmDark(video);
  return video;
}

async function startCamera(phone: Page): Promise<void> {
  await phone.goto("/scan");
  await button(phone, scan("camera.start")).click();
}

test("where the phone has a decoder of its own, that one reads", async ({
  openPhoneWithCamera,
  offers,
  baseURL,
}, test) => {
  const video = filmDarkFor(test);
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
  const video = filmDarkFor(test);
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
  const video = filmDarkFor(test);
  const phone = await openPhoneWithCamera(video);
  await giveDecoder(phone);
  await phone.goto("/scan");
  await expect(button(phone, scan("camera.start"))).toBeVisible();
  await phone.context().setOffline(true);
  await button(phone, scan("camera.start")).click();
  await expect(phone.getByText(scan("trouble.decoder"))).toBeVisible();
  expect(await asked(phone)).toEqual(["in vain"]);
});

test("the light of a phone is switched on and off beside the picture", async ({ openPhoneWithCamera }, test) => {
  const video = filmDarkFor(test);
  const phone = await openPhoneWithCamera(video);
  await giveTorch(phone);
  await startCamera(phone);
  await button(phone, scan("camera.torchOn")).click();
  await button(phone, scan("camera.torchOff")).click();
  await expect(button(phone, scan("camera.torchOn"))).toBeVisible();
  expect(await asked(phone)).toEqual([wish(true), wish(false)]);
});

test("a light that cannot be switched is told, its button stays true to it, and the camera goes on reading", async ({
  openPhoneWithCamera,
  offers,
  baseURL,
}, test) => {
  const video = filmDarkFor(test);
  const phone = await openPhoneWithCamera(video);
  await giveTorch(phone);
  await startCamera(phone);
  const stuck = phone.getByRole("status").filter({ hasText: scan("camera.torchStuck") });
  await button(phone, scan("camera.torchOn")).click();
  await expect(button(phone, scan("camera.torchOff"))).toBeVisible();
  await holdTorch(phone, true);
  await button(phone, scan("camera.torchOff")).click();
  await expect(stuck).toBeVisible();
  await expect(button(phone, scan("camera.torchOff"))).toBeVisible();
  await holdTorch(phone, false);
  await button(phone, scan("camera.torchOff")).click();
  await expect(button(phone, scan("camera.torchOn"))).toBeVisible();
  await expect(stuck).toHaveCount(0);
  await holdTorch(phone, true);
  await button(phone, scan("camera.torchOn")).click();
  await expect(stuck).toBeVisible();
  await expect(button(phone, scan("camera.torchOn"))).toBeVisible();
  expect(await asked(phone)).toEqual([true, false, false, true].map(wish));
  refilmText(`${baseURL}/e/${offers.open.token}`, video);
  await phone.waitForURL(`/e/${offers.open.token}`);
});
