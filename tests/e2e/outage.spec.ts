import { type Browser, expect, test } from "@playwright/test";
import { enlargeText, expectNoSideScroll, expectNoViolations } from "../support/accessibility";
import { callAction } from "../support/call-action";
import { sizes } from "../support/e2e";
import { killPostgres, startKilledPostgres } from "../support/kill-postgres";
import { listActions } from "../support/manifests";
import { matrixOfFile } from "../support/matrix-of-file";
import { send } from "../support/raw-request";
import { words } from "../support/words";
import { actions } from "./matrix-rows";

test.describe.configure({ mode: "serial", timeout: 180_000 });

const errors = words("errors");
const page = { accept: "text/html" };
const PAY = "app/(citizen)/s/[code]/check/[quote]/actions.ts#payAction";

const matrix = matrixOfFile();

const open = (path: string) => send(matrix().origin, path, { headers: page });

/** Our own failures can be read on a small phone like every other page. */
async function expectReadable(browser: Browser, path: string, title: string): Promise<void> {
  const context = await browser.newContext({ locale: "ja-JP", viewport: sizes.smallPhone });
  const visitor = await context.newPage();
  await visitor.goto(`${matrix().origin}${path}`);
  await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  for (const enlarge of [async () => undefined, enlargeText]) {
    await enlarge(visitor);
    await expectNoSideScroll(visitor);
    await expectNoViolations(visitor);
  }
  await context.close();
}

test("a page that fails is readable without a script, names its number, and is whole again with the next request", async ({
  browser,
}) => {
  await matrix().admin`revoke select on shops from komapo_app`;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const visitor = await context.newPage();
  try {
    const answer = await visitor.goto(`${matrix().origin}/shops`);
    expect(answer?.status()).toBe(500);
    await expect(visitor.getByRole("heading", { level: 1, name: errors("title") })).toBeVisible();
    await expect(visitor.getByText(/お問い合わせ番号：[0-9a-f-]{36}/)).toBeVisible();
    expect(await visitor.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectReadable(browser, "/shops", errors("title"));
  } finally {
    await matrix().admin`grant select on shops to komapo_app`;
  }
  await visitor.getByRole("link", { name: errors("retry") }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: errors("title") })).toBeHidden();
  await context.close();
});

test("while the database is gone, pages and acts answer 503 and when to come back; nothing is done, and all recovers by itself", async ({
  browser,
}) => {
  const headers = await matrix().headersOf("citizenA");
  const cookie = `${headers.cookie}; ${(await matrix().headersOf("staff")).cookie}`;
  const before = await matrix().fingerprint();
  const [{ dir = "" } = {}] = await matrix().admin<{ dir: string }[]>`
    select current_setting('data_directory') as dir`;
  await killPostgres(dir);
  try {
    for (const path of ["/", "/shops", "/history", "/admin", "/admin/usage/csv"]) {
      const answer = await send(matrix().origin, path, { headers: { ...page, cookie } });
      expect([path, answer.status, answer.headers["retry-after"]]).toEqual([path, 503, "10"]);
      expect(answer.body).toContain(errors("global.title"));
    }
    await expectReadable(browser, "/", errors("global.title"));
    const row = actions[PAY];
    if (!row) throw new Error("The matrix has no row for paying.");
    const target = {
      origin: matrix().origin,
      path: row.path(matrix().things),
      id: listActions().get(PAY) ?? "",
      headers,
    };
    const paid = await callAction(target, row.given(matrix().things));
    expect([paid.status, paid.headers["retry-after"], paid.headers.location]).toEqual([503, "10", undefined]);
  } finally {
    startKilledPostgres(dir);
  }
  await expect.poll(async () => (await open("/shops")).status, { timeout: 30_000 }).toBe(200);
  expect(await matrix().fingerprint()).toBe(before);
});
