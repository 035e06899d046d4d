import { expect, test } from "vitest";
import { decideMonths, decideStatement, decideStatementYears, statementDays } from "@/lib/statements/decide-statement";

const movements = [
  { month: "2026-04", kind: "grant", points: 300 },
  { month: "2026-04", kind: "grant_reversal", points: -100 },
  { month: "2026-05", kind: "spend", points: -120 },
  { month: "2026-05", kind: "refund", points: 20 },
  { month: "2026-05", kind: "merge_in", points: 40 },
  { month: "2026-06", kind: "forfeit", points: -10 },
];

test("what is taken back makes its own column less, and each month ends with its balance", () => {
  const { opening, closing, total, lines } = decideStatement({ year: 2026, opening: 50, movements }, "2026-06-30");
  expect({ opening, closing, total }).toEqual({
    opening: 50,
    closing: 180,
    total: { earned: 200, used: 100, ended: 10, moved: 40 },
  });
  expect(lines.map(({ month, closing }) => [month, closing])).toEqual([
    ["2026-04", 250],
    ["2026-05", 190],
    ["2026-06", 180],
  ]);
});

test("a year has twelve months, the current one those that have begun", () => {
  expect(decideMonths(2025, "2026-06-30")).toHaveLength(12);
  expect(decideMonths(2025, "2026-06-30").at(-1)).toBe("2026-03");
  expect(decideMonths(2026, "2026-04-01")).toEqual(["2026-04"]);
  expect(statementDays(2026, "2026-06-30")).toEqual({ from: "2026-04-01", to: "2026-06-30" });
  expect(statementDays(2025, "2026-06-30")).toEqual({ from: "2025-04-01", to: "2026-03-31" });
});

test("there is a statement of each fiscal year since the member joined", () => {
  expect(decideStatementYears("2025-03-31", "2026-04-01")).toEqual([2026, 2025, 2024]);
  expect(decideStatementYears("2026-04-01", "2026-04-01")).toEqual([2026]);
});
