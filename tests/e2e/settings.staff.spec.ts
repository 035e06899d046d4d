import { expect, test } from "@playwright/test";
import { matrixOfFile } from "../support/matrix-of-file";
import { openStaffSession } from "../support/staff-session";
import { words } from "../support/words";

test.describe.configure({ mode: "serial", timeout: 180_000 });

const settings = words("settings");
const desk = words("console");

// A city of its own: a renamed one would be in the way of every other journey.
const matrix = matrixOfFile();

/** A red square, drawn by the browser itself. */
const drawLogo = `(() => {
  const sheet = document.createElement("canvas");
  sheet.width = sheet.height = 128;
  const pen = sheet.getContext("2d");
  pen.fillStyle = "#b3261e";
  pen.fillRect(0, 0, 128, 128);
  return sheet.toDataURL("image/png").split(",")[1];
})()`;

test("names, a colour and a logo are seen before they are saved, then on every page, in the manifest and the icons, and taken back in one step", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: matrix().origin });
  await openStaffSession(context, matrix().admin, matrix().origin, "狛江 administrator");
  const page = await context.newPage();
  const manifest = async () => (await page.request.get("/manifest.webmanifest")).json();
  await page.goto("/admin/settings/edit");
  await page.getByLabel(settings("field.service_name")).fill("めぐポ");
  await page.getByLabel(settings("field.unit_name")).fill("コイン");
  await page.getByLabel(settings("field.city_name")).fill("見本市");
  await page.getByLabel(settings("field.colour_primary"), { exact: false }).first().fill("#eeeeee");
  await page.getByRole("button", { name: settings("check") }).click();
  await expect(page.getByText(settings("refusal.contrast_too_low")).first()).toBeVisible();

  await page.getByLabel(settings("field.colour_primary"), { exact: false }).first().fill("#7a1f1f");
  const buffer = Buffer.from(String(await page.evaluate(drawLogo)), "base64");
  await page.locator("input[type=file]").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer });
  await page.getByRole("button", { name: settings("check") }).click();
  await expect(page.getByRole("heading", { name: settings("checkTitle") })).toBeVisible();
  await expect(page.getByRole("img", { name: settings("logo.label") })).toBeVisible();
  expect((await manifest()).name).toBe("こまポ");
  await page.getByRole("button", { name: settings("save") }).click();
  await expect(page.getByText(desk("done.saved"))).toBeVisible();

  await expect.poll(async () => (await manifest()).name, { timeout: 10_000 }).toBe("めぐポ");
  expect((await manifest()).theme_color).toBe("#7a1f1f");
  const icon = await page.request.get("/icons/192.png");
  expect(icon.headers()["content-type"]).toBe("image/png");
  const phone = await (await browser.newContext({ baseURL: matrix().origin })).newPage();
  for (const path of ["/", "/help", "/sign-in", "/offline", "/terms", `/e/${matrix().things.openToken}`]) {
    await phone.goto(path);
    const html = await phone.content();
    expect(html, path).toContain("めぐポ");
    expect(html, path).toContain("--color-primary:#7a1f1f");
    expect(html, path).toMatch(/brand-mark\{background:url\(\/logos\/[0-9a-f-]+\.png\)/);
    // What was agreed to stays as it was published.
    if (path !== "/terms") expect(html, path).not.toMatch(/こまポ|ポイント/);
  }

  await page.goto("/admin/settings");
  await page.getByRole("button", { name: settings("undo.do") }).click();
  await expect(page.getByText(desk("done.undone"))).toBeVisible();
  await expect.poll(async () => (await manifest()).name, { timeout: 10_000 }).toBe("こまポ");
});
