import { expect, test } from "vitest";
import { decideFirstBudget, decideProgramme, isOtherRule, type ProgrammePlan } from "@/lib/programmes/decide-programme";

const plan: ProgrammePlan = {
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  expiryKind: "next_fiscal_year_end",
  expiryCount: null,
  expiryOn: null,
};
const decided = (changes: Partial<ProgrammePlan>) => {
  const answer = decideProgramme({ ...plan, ...changes });
  return answer.ok ? answer.value : answer.reason;
};

test("a period may be one day, never ends before it starts, and is at most five years", () => {
  expect(decided({ endsOn: "2026-04-01" })).toMatchObject({ expiryKind: "next_fiscal_year_end" });
  expect(decided({ endsOn: "2026-03-31" })).toBe("period_reversed");
  expect(decided({ endsOn: "2031-03-31" })).toMatchObject({ expiryKind: "next_fiscal_year_end" });
  expect(decided({ endsOn: "2031-04-01" })).toBe("period_too_long");
});

test("what a kind of expiry does not use is dropped, and what it needs is asked for", () => {
  const typed = { expiryCount: 90, expiryOn: "2027-03-31" };
  expect(decided({ expiryKind: "fiscal_year_end", ...typed })).toEqual({
    expiryKind: "fiscal_year_end",
    expiryCount: null,
    expiryOn: null,
  });
  expect(decided({ expiryKind: "days", ...typed })).toEqual({ expiryKind: "days", expiryCount: 90, expiryOn: null });
  expect(decided({ expiryKind: "months" })).toBe("expiry_count_missing");
  expect(decided({ expiryKind: "fixed" })).toBe("expiry_day_missing");
});

test("a fixed expiry is never before the last day on which a point can be granted", () => {
  expect(decided({ expiryKind: "fixed", expiryOn: "2027-03-30" })).toBe("expiry_before_end");
  expect(decided({ expiryKind: "fixed", expiryOn: "2027-03-31" })).toMatchObject({ expiryOn: "2027-03-31" });
});

test("a programme starts with money for at least one grant", () => {
  expect(decideFirstBudget(99, 100)).toEqual({ ok: false, reason: "budget_below_points" });
  expect(decideFirstBudget(100, 100).ok).toBe(true);
});

test("the rule is another when points or expiry are, and the same when nothing of it changed", () => {
  const rule = { points: 100, expiryKind: "days", expiryCount: 90, expiryOn: null } as const;
  expect(isOtherRule(rule, { ...rule })).toBe(false);
  expect(isOtherRule(rule, { ...rule, points: 101 })).toBe(true);
  expect(isOtherRule(rule, { ...rule, expiryCount: 91 })).toBe(true);
});
