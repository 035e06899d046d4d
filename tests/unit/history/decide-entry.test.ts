import { expect, test } from "vitest";
import { groupByMonth, readEntry } from "@/lib/history/decide-entry";

test("what was received or refunded adds, what was spent or taken back subtracts", () => {
  const change = (kind: string) => readEntry({ kind, points: 100 }).change;
  expect(["grant", "refund", "spend", "grant_reversal"].map(change)).toEqual([100, 100, -100, -100]);
});

test("a kind that nobody knows is a fault, not a silent zero", () => {
  expect(() => readEntry({ kind: "gift", points: 1 })).toThrow("unknown kind");
});

test("entries stand under the month of Tokyo in which they were recorded, in the order given", () => {
  const at = (text: string) => ({ recordedAt: new Date(text) });
  const entries = [
    at("2026-05-31T15:00:00Z"),
    at("2026-05-31T14:59:59Z"),
    at("2026-05-01T00:00:00Z"),
    at("2025-05-02T00:00:00Z"),
  ];
  expect(groupByMonth(entries).map(({ month, entries }) => [month, entries.length])).toEqual([
    ["2026-06", 1],
    ["2026-05", 2],
    ["2025-05", 1],
  ]);
  expect(groupByMonth([])).toEqual([]);
});
