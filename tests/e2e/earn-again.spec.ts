import { idOf } from "../support/address";
import { expect, test } from "../support/journey";
import type { Offers } from "../support/offers";
import { earnAsNewcomer, newAddress, proveAddress, signInByMail } from "../support/people";
import { words } from "../support/words";

const claims = words("claims");
const scan = words("scan");
const receipts = words("receipts");
const home = words("home");

// Once or twice is what they are about: what is right only at a further try is wrong.
test.describe.configure({ retries: 0 });

const dashed = (typedCode: string) => `${typedCode.slice(0, 4)}-${typedCode.slice(4)}`;
const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

test("a second scan says when the points were received, and gives the first receipt", async ({
  page,
  mailbox,
  offers,
}) => {
  await earnAsNewcomer(page, mailbox, offers.open.token);
  const first = page.url();
  await page.goto(`/e/${offers.open.token}`);
  await expect(page.getByText(claims("received.text", { points: 500 }))).toBeVisible();
  await expect(page.getByText(/^\d{4}年\d{1,2}月\d{1,2}日\(.\)に受け取っています$/)).toBeVisible();
  await expect(page.getByRole("button", { name: /受け取る/ })).toHaveCount(0);
  await page.getByRole("link", { name: claims("received.receipt") }).click();
  await expect(page).toHaveURL(first);
});

test("two taps and a reload of the answer leave one grant", async ({ page, mailbox, offers }) => {
  await signInByMail(page, mailbox, newAddress());
  await page.goto(`/e/${offers.daily.token}`);
  // Both before the page has drawn anything new, as by a trembling hand on a slow phone.
  await page.getByRole("button", { name: claims("take", { points: 500 }) }).evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await page.waitForURL(/\/receipts\//);
  await expect(page.getByRole("heading", { level: 1, name: receipts("earned", { points: 500 }) })).toBeVisible();
  const first = new URL(page.url()).pathname;
  await page.reload();
  await page.goBack();
  await page.goto(`/e/${offers.daily.token}`);
  await page.getByRole("link", { name: claims("received.receipt") }).click();
  await expect(page).toHaveURL((url) => url.pathname === first);
  await page.goto("/history");
  await expect(page.getByRole("link", { name: offers.daily.title })).toHaveCount(1);
});

test("whoever receives again what is received is led to the first receipt, which says that nothing was added", async ({
  page,
  context,
  mailbox,
  offers,
}) => {
  await signInByMail(page, mailbox, newAddress());
  await page.goto(`/e/${offers.open.token}`);
  const other = await context.newPage();
  await other.goto(page.url());
  for (const tab of [page, other]) {
    await tab.getByRole("button", { name: claims("take", { points: 500 }) }).click();
    await tab.waitForURL(/\/receipts\//);
  }
  expect(idOf(other)).toBe(idOf(page));
  await expect(page.getByRole("heading", { level: 1, name: receipts("earned", { points: 500 }) })).toBeVisible();
  await expect(other.getByRole("heading", { level: 1, name: receipts("title.grant") })).toBeVisible();
  await expect(other.getByText(receipts("already.text"))).toBeVisible();
});

const refusals = [
  ["notOpenYet", "not_open_yet"],
  ["closed", "closed"],
  ["cancelled", "cancelled"],
  ["revoked", "revoked_code"],
] as const satisfies [keyof Offers, string][];

for (const [kind, reason] of refusals) {
  test(`a code that is refused as ${reason} says so before anybody signs in, and offers nothing to press`, async ({
    page,
    offers,
  }) => {
    await page.goto(`/e/${offers[kind].token}`);
    await expect(page.getByText(claims(`refusal.${reason}`))).toBeVisible();
    await expect(page.getByText(/ポイントは減っていません/)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: offers[kind].title })).toBeVisible();
    await expect(page.getByRole("button", { name: /受け取る/ })).toHaveCount(0);
  });
}

test("a code that does not exist, and a shop's code in an earn address, are unknown", async ({
  page,
  offers,
  faults,
}) => {
  faults.expected.push(/404/);
  for (const token of ["AAAAAAAAAAAAAAAAAAAAAA", "cut-short", offers.shop.token]) {
    const answer = await page.goto(`/e/${token}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: claims("refusal.unknown_code") })).toBeVisible();
    await expect(page.getByText(claims("advice.unknown_code"))).toBeVisible();
  }
});

test("a programme whose budget is finished says so after the sign-in, and gives nothing", async ({
  page,
  mailbox,
  offers,
}) => {
  await page.goto(`/e/${offers.exhausted.token}`);
  await page.getByRole("button", { name: claims("take", { points: 500 }) }).click();
  await proveAddress(page, mailbox, newAddress());
  await page.waitForURL(`/e/${offers.exhausted.token}`);
  await page.getByRole("button", { name: claims("take", { points: 500 }) }).click();
  await expect(page.getByText(claims("refusal.budget_exhausted"))).toBeVisible();
  await expect(page.getByText(claims("advice.budget_exhausted"))).toBeVisible();
  await page.goto("/history");
  await expect(page.getByText(offers.exhausted.title)).toHaveCount(0);
});

test("the typed code of the poster opens the same offer, in full width and small letters too", async ({
  page,
  offers,
}) => {
  const { typedCode, token } = offers.open;
  for (const typed of [dashed(typedCode), typedCode.toLowerCase(), fullWidth(dashed(typedCode))]) {
    await page.goto("/scan");
    await page.getByLabel(scan("typed.label")).fill(typed);
    await page.getByRole("button", { name: scan("typed.open") }).click();
    await page.waitForURL(`/e/${token}`);
  }
});

test("a wrong typed code keeps what was typed and says what to look at", async ({ page }) => {
  await page.goto("/scan");
  for (const [typed, said] of [
    ["7Q2M-9KX", "malformed_code"],
    ["0000-0000", "unknown_code"],
  ] as const) {
    await page.getByLabel(scan("typed.label")).fill(typed);
    await page.getByRole("button", { name: scan("typed.open") }).click();
    await expect(page.getByRole("link", { name: scan(`typed.${said}`) })).toBeVisible();
    await expect(page.getByLabel(scan("typed.label"))).toHaveValue(typed);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a typed code earns, sign-in included, and the pages can be read", async ({ page, mailbox, offers }) => {
    await page.goto("/scan");
    await expect(page.getByText(scan("withoutScript"))).toBeVisible();
    await expect(page.getByRole("button", { name: scan("camera.start") })).toBeHidden();
    await page.getByLabel(scan("typed.label")).fill(dashed(offers.open.typedCode));
    await page.getByRole("button", { name: scan("typed.open") }).click();
    await page.waitForURL(`/e/${offers.open.token}`);
    await page.getByRole("button", { name: claims("take", { points: 500 }) }).click();
    await proveAddress(page, mailbox, newAddress());
    await page.waitForURL(/\/receipts\//);
    await expect(page.getByText(receipts("earned", { points: 500 }))).toBeVisible();
    for (const path of ["/", "/history", "/shops", "/help", "/me", "/scan"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await page.goto("/");
    await expect(page.getByText(home("balance"))).toBeVisible();
  });

  test("a wrong code is answered on the page", async ({ page }) => {
    await page.goto("/scan");
    await page.getByLabel(scan("typed.label")).fill("7Q2M-9KX");
    await page.getByRole("button", { name: scan("typed.open") }).click();
    await expect(page.getByText(scan("typed.malformed_code")).first()).toBeVisible();
  });
});
