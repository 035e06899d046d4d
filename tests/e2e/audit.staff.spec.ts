import { readFile } from "node:fs/promises";
import { deskDevice } from "../support/e2e";
import { expect, test } from "../support/journey";
import { words } from "../support/words";

const audit = words("audit");
const shops = words("shops-admin");
const ui = words("ui");

test("an auditor follows a shop's record to its trail, looks at one act, and takes the trail along with a purpose", async ({
  openDevice,
  auditorState,
  offers,
  admin,
}) => {
  const page = await openDevice({ ...deskDevice, storageState: auditorState });
  await page.goto(`/admin/shops/${offers.shop.shopId}`);
  await expect(page.getByRole("link", { name: shops("edit") })).toBeHidden();
  await page.getByRole("link", { name: audit("trail") }).click();
  await expect(page.getByRole("heading", { level: 1, name: audit("title") })).toBeVisible();
  const lines = page.getByRole("row").filter({ hasText: audit("act.create_shop") });
  await expect(lines).toHaveCount(1);
  await lines.getByRole("rowheader").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: audit("act.create_shop") })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: audit("data.nameKana") })).toBeVisible();
  await page.getByRole("link", { name: audit("personTrail") }).click();
  await page.getByLabel(audit("filter.outcome")).selectOption(audit("outcome.done"));
  await page.getByRole("button", { name: audit("filter.show") }).click();
  await page.getByRole("link", { name: audit("export.go") }).click();
  await page.getByRole("button", { name: audit("export.do") }).click();
  await expect(page.getByRole("alert").filter({ hasText: ui("errorSummary") })).toContainText(
    audit("export.error.required"),
  );
  await page.getByLabel(audit("export.purpose")).fill("定期監査のため");
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: audit("export.do") }).click();
  const text = await readFile(await (await file).path(), "utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain(audit("act.create_shop"));
  const [act] =
    await admin`select purpose, after from audit_entries where act = 'export_audit' order by id desc limit 1`;
  expect(act).toMatchObject({ purpose: "定期監査のため", after: { outcome: "done" } });
});
