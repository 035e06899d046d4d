import { expect, test } from "vitest";
import { createShop } from "@/lib/shops/create-shop";
import { exportUsage } from "@/lib/usage/export-usage";
import { type UsageView, usageViews } from "@/lib/usage/input";
import { adminSql } from "../../support/database";
import { addTown, grantPoints, payPoints } from "../../support/ledger-fixtures";
import { MAY_DAY, shopPlan } from "../../support/staff-fixtures";

const admin = adminSql();
const words = {
  columns: { shops: ["店名"], days: ["日"], programmes: ["事業"], payments: ["日", "時刻"] },
  payment: "利用",
  refund: "取消",
};
const period = { from: "2026-05-01", to: "2026-05-31" };

async function exported(town: { actor: Parameters<typeof exportUsage>[1]; shopId: string }, view: UsageView) {
  const order = { view, scope: { period, sections: "everywhere" as const, shopId: town.shopId }, words };
  let text = "";
  for await (const piece of await exportUsage(order, town.actor, MAY_DAY)) text += piece;
  return text;
}

async function paidTown() {
  const town = await addTown(admin);
  await grantPoints(town, 5000);
  const shop = shopPlan({ name: "＝㈱髙﨑屋", nameKana: "たかさきや" });
  await createShop(shop, town.actor, MAY_DAY);
  const there = { ...town, shopId: shop.id };
  const paid = await payPoints(admin, there, 1234, new Date("2026-05-02T15:00:09Z"));
  return { ...there, paid };
}

test("each report is a file that Excel opens, with the figures of its period, and names no member", async () => {
  const town = await paidTown();
  const files = Object.fromEntries(
    await Promise.all(usageViews.map(async (view) => [view, await exported(town, view)])),
  );
  expect(files).toEqual({
    shops: "\ufeff店名\r\n'＝㈱髙﨑屋,たかさきや,1,1234,0,0\r\n",
    days: "\ufeff日\r\n2026-05-03,1,1234,0,0\r\n",
    programmes: "\ufeff事業\r\n健康ウオーキング,1,1234,0,0\r\n",
    payments: `\ufeff日,時刻\r\n2026-05-03,00:00:09,'＝㈱髙﨑屋,利用,1234,,${town.paid}\r\n`,
  });
});

test("more rows than one reading are all in the file, each once", async () => {
  const town = await paidTown();
  await admin`select post_spend(gen_random_uuid(), 'many:' || n, ${town.accountId}, (select account_id from shops where id = ${town.shopId}), 1,
    '2026-05-04', 'system:test') from generate_series(1, 1500) n`;
  const lines = (await exported(town, "payments")).trim().split("\r\n").slice(1);
  expect(new Set(lines).size).toBe(1501);
});

test("an export is recorded with what it held", async () => {
  const town = await paidTown();
  await exported(town, "days");
  const acts =
    await admin`select after from audit_entries where act = 'export_usage' and staff_id = ${town.actor.staffId}`;
  expect([...acts]).toEqual([{ after: { view: "days", ...period, shop: town.shopId } }]);
});
