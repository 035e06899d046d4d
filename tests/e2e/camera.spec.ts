import { filmText, pictureOfText } from "../support/code-video";
import { expect, test } from "../support/journey";
import { words } from "../support/words";

const scan = words("scan");
const claims = words("claims");

test("a refused camera is explained, and the two other ways stand beside it", async ({
  openPhoneWithCamera,
  offers,
}, test) => {
  const video = test.outputPath("unseen.y4m");
  filmText("never seen", video);
  const phone = await openPhoneWithCamera(video, { permissions: [] });
  await phone.goto("/scan");
  await phone.getByRole("button", { name: scan("camera.start") }).click();
  await expect(phone.getByText(scan("trouble.refused"))).toBeVisible();
  await expect(phone.getByText(scan("troubleText.refused"))).toBeVisible();
  await expect(phone.getByText(scan("steps.android.one"))).toBeVisible();
  await expect(phone.getByLabel(scan("photo.choose"))).toBeVisible();
  await phone.getByLabel(scan("typed.label")).fill(offers.open.typedCode);
  await phone.getByRole("button", { name: scan("typed.open") }).click();
  await phone.waitForURL(`/e/${offers.open.token}`);
});

test("the camera is asked for only after a press, and stops when it is told to", async ({
  openPhoneWithCamera,
}, test) => {
  const video = test.outputPath("foreign.y4m");
  filmText("nothing of ours", video);
  const phone = await openPhoneWithCamera(video);
  await phone.addInitScript(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (wish) => {
      const stream = await open(wish);
      Object.assign(globalThis, { opened: [...(Reflect.get(globalThis, "opened") ?? []), stream] });
      return stream;
    };
  });
  const tracks = () =>
    phone.evaluate(() => {
      const opened: MediaStream[] = Reflect.get(globalThis, "opened") ?? [];
      return opened.flatMap((stream) => stream.getTracks().map((track) => track.readyState));
    });
  await phone.goto("/scan");
  await expect(phone.getByRole("button", { name: scan("camera.start") })).toBeVisible();
  expect(await tracks()).toEqual([]);
  await phone.getByRole("button", { name: scan("camera.start") }).click();
  await expect(phone.getByText(scan("refusal.not_a_code"))).toBeVisible();
  expect(await tracks()).toEqual(["ended"]);
});

for (const [name, text] of [
  [
    "another site's address",
    (origin: string, token: string) => `${origin.replace("localhost", "komae.example")}/e/${token}`,
  ],
  ["an address that only looks like ours", (origin: string, token: string) => `${origin}@komae.example/e/${token}`],
] as const) {
  test(`${name} is named as foreign and not opened`, async ({ openPhoneWithCamera, offers, baseURL }, test) => {
    const video = test.outputPath("foreign.y4m");
    filmText(text(baseURL ?? "", offers.open.token), video);
    const phone = await openPhoneWithCamera(video);
    await phone.goto("/scan");
    await phone.getByRole("button", { name: scan("camera.start") }).click();
    await expect(phone.getByText(scan("refusal.foreign_site"))).toBeVisible();
    await expect(phone.getByText(/komae\.example/)).toBeVisible();
    await expect(phone).toHaveURL(/\/scan$/);
  });
}

test("a photo of a code leads to its page, and a photo without one says what to do", async ({
  page,
  offers,
  baseURL,
}) => {
  await page.goto("/scan");
  const choose = page.getByLabel(scan("photo.choose"));
  const photo = (text: string) => ({ name: "photo.png", mimeType: "image/png", buffer: pictureOfText(text) });
  await choose.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await expect(page.getByText(scan("photo.broken"))).toBeVisible();
  await choose.setInputFiles(photo("another thing"));
  await expect(page.getByText(scan("refusal.not_a_code"))).toBeVisible();
  await choose.setInputFiles(photo(`${baseURL}/e/${offers.open.token}`));
  await page.waitForURL(`/e/${offers.open.token}`);
  await expect(page.getByRole("heading", { level: 1, name: offers.open.title })).toBeVisible();
});

test("where WebAssembly is off, the camera still reads", async ({ openPhoneWithCamera, offers, baseURL }, test) => {
  const video = test.outputPath("ours.y4m");
  filmText(`${baseURL}/e/${offers.open.token}`, video);
  const phone = await openPhoneWithCamera(video);
  await phone.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await phone.goto("/scan");
  await phone.getByRole("button", { name: scan("camera.start") }).click();
  await phone.waitForURL(`/e/${offers.open.token}`);
  await expect(phone.getByRole("button", { name: claims("take", { points: 500 }) })).toBeVisible();
});

test("a device without a camera says so, and the two other ways stand beside it", async ({ page }) => {
  await page.goto("/scan");
  await page.getByRole("button", { name: scan("camera.start") }).click();
  await expect(page.getByText(scan("trouble.absent"))).toBeVisible();
  await expect(page.getByLabel(scan("photo.choose"))).toBeVisible();
  await expect(page.getByLabel(scan("typed.label"))).toBeVisible();
});
