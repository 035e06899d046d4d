import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { idOf } from "../support/address";
import { createShop, fillFields, issuePoster } from "../support/console";
import { expect, test } from "../support/journey";
import { earnAsNewcomer, payAt } from "../support/people";
import { readPoster } from "../support/poster-video";
import { words } from "../support/words";

const ui = words("ui");
const grants = words("grants");
const usage = words("usage");
const receipts = words("receipts");

async function correct(desk: Page, id: string, fields: Record<string, string>, act: string): Promise<void> {
  await desk.goto(`/admin/grants/${id}`);
  await fillFields(desk, fields);
  await desk.getByRole("button", { name: grants("correction.check") }).click();
  await expect(desk.getByText(grants("correction.once"))).toBeVisible();
  await desk.getByRole("button", { name: act }).click();
  await expect(desk.getByText(grants("correction.by"))).toBeVisible();
}

test("a grant is taken back once, with a reason that the citizen reads", async ({
  desk,
  openDevice,
  mailbox,
  offers,
}) => {
  const phone = await openDevice();
  await earnAsNewcomer(phone, mailbox, offers.open.token);
  const id = idOf(phone);
  await desk.goto(`/admin/grants/${id}`);
  await desk.getByRole("button", { name: grants("correction.check") }).click();
  await expect(desk.getByRole("alert", { name: ui("errorSummary") })).toBeVisible();
  const reason = "受付の記録とちがうため";
  await correct(desk, id, { [grants("correction.reason")]: reason }, grants("correction.grant.do", { points: 500 }));
  await expect(desk.getByText(grants("correction.grant.done", { points: 500 }))).toBeVisible();
  await expect(desk.getByRole("button", { name: grants("correction.check") })).toHaveCount(0);
  await phone.reload();
  await expect(phone.getByText(receipts("reversal.grant"))).toBeVisible();
  await expect(phone.getByText(new RegExp(reason))).toBeVisible();
});

test("a payment is given back in part, and the usage report and its file say so", async ({
  desk,
  openDevice,
  mailbox,
  offers,
}) => {
  const name = `報告の店 ${test.info().workerIndex}`;
  await createShop(desk, name, "ほうこくのみせ");
  const shop = idOf(desk);
  const token = (await readPoster(await issuePoster(desk))).split("/").at(-1) ?? "";
  const phone = await openDevice();
  await earnAsNewcomer(phone, mailbox, offers.open.token);
  await payAt(phone, token, 200);
  const id = idOf(phone);
  await correct(
    desk,
    id,
    { [grants("correction.points")]: "５０", [grants("correction.reason")]: "商品がなかったため" },
    grants("correction.payment.do", { points: 50 }),
  );
  await phone.goto(`/receipts/${id}`);
  await expect(phone.getByText(receipts("reversal.spend"))).toBeVisible();

  await desk.goto(`/admin/usage?view=payments&shop=${shop}`);
  await expect(desk.getByText(usage("totals.figure", { count: 1, points: 200 }))).toBeVisible();
  await expect(desk.getByText(usage("totals.figure", { count: 1, points: 50 }))).toBeVisible();
  await expect(desk.getByText(usage("totals.netFigure", { points: 150 }))).toBeVisible();
  const downloaded = desk.waitForEvent("download");
  await desk.getByRole("link", { name: usage("csv.download") }).click();
  const file = await readFile(await (await downloaded).path());
  expect([...file.subarray(0, 3)], "the mark by which Excel knows UTF-8").toEqual([0xef, 0xbb, 0xbf]);
  const lines = file.toString("utf8").slice(1).trimEnd().split("\r\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain(usage("column.points"));
  for (const kind of ["payment", "refund"] as const) expect(lines.join("\n")).toContain(usage(kind));
  expect(lines.filter((line) => line.includes(name))).toHaveLength(2);
});
