import { expect, test } from "vitest";
import { correctPayment } from "@/lib/grants/correct-payment";
import { createShop } from "@/lib/shops/create-shop";
import { listPayments, listUsageByDay, listUsageByProgramme, listUsageByShop, sumUsage } from "@/lib/usage/queries";
import { adminSql } from "../../support/database";
import { addTown, grantPoints, payPoints } from "../../support/ledger-fixtures";
import { MAY_DAY, shopPlan } from "../../support/staff-fixtures";

const admin = adminSql();
const may = { from: "2026-05-01", to: "2026-05-31" };
const at = (time: string) => new Date(`${time}+09:00`);

/** Does something on another day of the city's clock. */
async function inCityTime(day: string, act: () => Promise<unknown>) {
  await admin`update city_clock set offset_seconds = extract(epoch from ${day}::timestamptz - clock_timestamp())::bigint`;
  await act();
  await admin`update city_clock set offset_seconds = 0`;
}

/** One member with points of two programmes who paid at two shops at the edges of May. */
async function busyTown() {
  const town = await addTown(admin);
  const other = await addTown(admin);
  await grantPoints(town, 300, { expiresOn: "2098-03-31" });
  await grantPoints({ ...town, programmeId: other.programmeId }, 1000);
  const market = shopPlan({ name: "あおば市場", nameKana: "あおばいちば" });
  await createShop(market, town.actor, MAY_DAY);
  await payPoints(admin, town, 100, at("2026-04-30T23:59:59.999"));
  const first = await payPoints(admin, town, 250, at("2026-05-01T00:00:00"));
  await payPoints(admin, { ...town, shopId: market.id }, 70, at("2026-05-31T23:59:59.999"));
  await payPoints(admin, town, 10, at("2026-06-01T00:00:00"));
  return { ...town, marketId: market.id, otherProgrammeId: other.programmeId, first };
}

test("a report has what happened from its first to its last day in the city, to the millisecond", async () => {
  const town = await busyTown();
  for (const [shopId, points] of [
    [town.shopId, 250],
    [town.marketId, 70],
  ] as const) {
    expect(await sumUsage({ period: may, sections: "everywhere", shopId })).toEqual({
      payments: 1,
      points,
      refunds: 0,
      refunded: 0,
    });
  }
});

test("a refund is a line of the month in which it happened, and the payment stays in its own", async () => {
  const { shopId, first, actor } = await busyTown();
  await inCityTime("2090-07-10", () =>
    correctPayment({ transferId: first, points: 200, reason: "打ち間違い" }, actor, MAY_DAY),
  );
  const muchLater = { from: "2090-07-01", to: "2090-07-31" };
  expect(await sumUsage({ period: may, sections: "everywhere", shopId })).toEqual({
    payments: 1,
    points: 250,
    refunds: 0,
    refunded: 0,
  });
  expect(await sumUsage({ period: muchLater, sections: "everywhere", shopId })).toEqual({
    payments: 0,
    points: 0,
    refunds: 1,
    refunded: 200,
  });
  expect((await listPayments({ period: may, sections: "everywhere", shopId })).rows).toMatchObject([
    { transferId: first, isRefund: false, reversed: 200 },
  ]);
  expect((await listPayments({ period: muchLater, sections: "everywhere", shopId })).rows).toMatchObject([
    { paymentId: first, isRefund: true, points: 200 },
  ]);
});

test("what a payment used of two programmes is told apart, and adds up to what was paid", async () => {
  const { shopId, programmeId, otherProgrammeId } = await busyTown();
  const { rows } = await listUsageByProgramme({ period: may, sections: "everywhere", shopId });
  const points = Object.fromEntries(rows.map((row) => [row.id, [row.payments, row.points]]));
  expect(points).toEqual({ [programmeId]: [1, 200], [otherProgrammeId]: [1, 50] });
  expect(await sumUsage({ period: may, sections: "everywhere", shopId, programmeId })).toMatchObject({
    payments: 1,
    points: 200,
  });
  expect((await listPayments({ period: may, sections: "everywhere", shopId, programmeId })).rows).toMatchObject([
    { points: 200 },
  ]);
});

test("a refund into points that had expired still counts for the programme they came from", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 80, { expiresOn: "2026-05-02" });
  const paid = await payPoints(admin, town, 80, at("2026-05-02T10:00:00"));
  await inCityTime("2027-01-01", () =>
    correctPayment({ transferId: paid, points: 80, reason: "打ち間違い" }, town.actor, MAY_DAY),
  );
  const { rows } = await listUsageByProgramme({
    period: { from: "2026-05-01", to: "2099-12-31" },
    sections: "everywhere",
    shopId: town.shopId,
  });
  expect(rows).toMatchObject([{ id: town.programmeId, payments: 1, points: 80, refunds: 1, refunded: 80 }]);
});

test("shops stand in the order of their readings, days the latest first", async () => {
  const { shopId, marketId, programmeId } = await busyTown();
  const shops = await listUsageByShop({
    period: { from: "2026-04-01", to: "2026-06-30" },
    sections: "everywhere",
    programmeId,
  });
  expect(shops.rows.map((row) => row.id)).toEqual([shopId]);
  const byDay = await listUsageByDay({
    period: { from: "2026-04-01", to: "2026-06-30" },
    sections: "everywhere",
    shopId,
  });
  expect(byDay.rows.map((row) => [row.day, row.points])).toEqual([
    ["2026-06-01", 10],
    ["2026-05-01", 250],
    ["2026-04-30", 100],
  ]);
  expect((await listUsageByShop({ period: may, sections: "everywhere", shopId: marketId })).rows).toMatchObject([
    { name: "あおば市場", points: 70 },
  ]);
});

test("payments of the same moment page by key without a gap or a repeat", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 100);
  for (let made = 0; made < 33; made += 1) await payPoints(admin, town, 1, new Date("2026-05-05T01:02:03.456Z"));
  const scope = { period: may, sections: "everywhere", shopId: town.shopId } as const;
  const first = await listPayments(scope);
  const second = await listPayments(scope, { after: first.next ?? undefined });
  expect(first.rows).toHaveLength(30);
  expect(new Set([...first.rows, ...second.rows].map((row) => row.transferId)).size).toBe(33);
  expect(second.next).toBeNull();
});

test("shops, days and programmes page by key, one at a time, to the same rows as in one piece", async () => {
  await busyTown();
  const scope = { period: { from: "2026-04-01", to: "2026-06-30" }, sections: "everywhere" } as const;
  type Page = { rows: unknown[]; next: string | null };
  const lists: ((page?: { after?: string | undefined; size: number }) => Promise<Page>)[] = [
    (page) => listUsageByShop(scope, page),
    (page) => listUsageByDay(scope, page),
    (page) => listUsageByProgramme(scope, page),
  ];
  for (const list of lists) {
    const whole = await list();
    expect(whole.rows.length).toBeGreaterThan(1);
    const turned: unknown[] = [];
    let page = await list({ size: 1 });
    turned.push(...page.rows);
    while (page.next) {
      page = await list({ after: page.next, size: 1 });
      turned.push(...page.rows);
    }
    expect(turned).toEqual(whole.rows);
  }
});
