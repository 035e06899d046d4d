import { expect, test } from "vitest";
import { decideBudgetUse } from "@/lib/shared/decide-budget-use";

test.each([
  [
    { budget: 10_000, used: 0 },
    { percent: 0, state: "within" },
  ],
  [
    { budget: 10_000, used: 7999 },
    { percent: 79, state: "within" },
  ],
  [
    { budget: 10_000, used: 8000 },
    { percent: 80, state: "near" },
  ],
  [
    { budget: 10_000, used: 9999 },
    { percent: 99, state: "near" },
  ],
  [
    { budget: 10_000, used: 10_000 },
    { percent: 100, state: "full" },
  ],
])("a budget says how much of it is granted, and warns before it is used up: %o", (budget, use) => {
  expect(decideBudgetUse(budget)).toEqual(use);
});

test("a budget of 0 is none yet, and not used up", () => {
  expect(decideBudgetUse({ budget: 0, used: 0 })).toEqual({ percent: 0, state: "none" });
});
