import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { openDraft } from "../support/approver";
import { deskDevice } from "../support/e2e";
import { expect, test } from "../support/journey";
import { openStaffSession } from "../support/staff-session";
import { words } from "../support/words";

const staff = words("staff");
const approvals = words("approvals");
const audit = words("audit");

async function openDesk(page: Page, admin: Sql, name: string): Promise<Page> {
  await openStaffSession(page.context(), admin, process.env.E2E_ORIGIN ?? "", name);
  return page;
}

test("two administrators change a person's roles, and the record names their approval", async ({
  openDevice,
  admin,
}) => {
  const maker = await openDesk(await openDevice(deskDevice), admin, "山本 昭");
  await maker.goto("/admin/staff");
  await maker.getByRole("link", { name: "森 陽子" }).click();
  await maker.getByRole("link", { name: staff("acts.roles") }).click();
  await maker.getByLabel(audit("role.counter"), { exact: true }).selectOption("everywhere");
  await maker.getByLabel(staff("form.reason")).fill("窓口の応援のため");
  await maker.getByRole("button", { name: staff("form.send") }).click();
  await expect(maker.getByText(staff("done.drafted"))).toBeVisible();

  const checker = await openDesk(await openDevice(deskDevice), admin, "中村 恵");
  await openDraft(checker, "森 陽子");
  await expect(checker.getByText(audit("role.counter")).first()).toBeVisible();
  await checker.getByRole("button", { name: approvals("act.toCheck") }).click();
  await checker.getByRole("button", { name: approvals("act.approve") }).click();
  await expect(checker.getByText(approvals("state.approved")).first()).toBeVisible();

  await maker.reload();
  const history = maker.getByRole("row").filter({ hasText: audit("role.counter") });
  await expect(history.getByRole("link")).toContainText("-");
});

test("nobody finds a way to change themselves, and the table of permissions is there to read", async ({
  openDevice,
  admin,
}) => {
  const page = await openDesk(await openDevice(deskDevice), admin, "中村 恵");
  await page.goto("/admin/staff");
  await page.getByRole("link", { name: "中村 恵", exact: true }).click();
  await expect(page.getByText(staff("detail.self"))).toBeVisible();
  await page.goto("/admin/staff/roles");
  await expect(page.getByRole("row").filter({ hasText: staff("permission.staff.manage") })).toContainText(staff("can"));
});
