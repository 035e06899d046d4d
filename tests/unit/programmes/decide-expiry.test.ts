import { expect, test } from "vitest";
import { decideExpiry, type ExpiryRule } from "@/lib/programmes/decide-expiry";
import { cityDay } from "@/lib/shared/city-time";

const rule = (expiryKind: string, expiryCount: number | null = null, expiryOn: string | null = null): ExpiryRule => ({
  expiryKind,
  expiryCount,
  expiryOn,
});

test.each([
  ["2026-04-01", "2028-03-31"],
  ["2027-03-31", "2028-03-31"],
  ["2027-04-01", "2029-03-31"],
  ["2026-12-31", "2028-03-31"],
  ["2027-01-01", "2028-03-31"],
])("points of %s live to the end of the fiscal year after it, %s", (grantedOn, expiresOn) => {
  expect(decideExpiry(rule("next_fiscal_year_end"), grantedOn)).toBe(expiresOn);
});

test.each([
  ["2026-04-01", "2027-03-31"],
  ["2027-03-31", "2027-03-31"],
])("points of %s that live to the end of their own fiscal year end on %s", (grantedOn, expiresOn) => {
  expect(decideExpiry(rule("fiscal_year_end"), grantedOn)).toBe(expiresOn);
});

test("the fiscal year is the one of Tokyo: one second before and after its midnight are a year apart", () => {
  const before = cityDay(new Date("2027-03-31T14:59:59Z"));
  const after = cityDay(new Date("2027-03-31T15:00:00Z"));
  expect(decideExpiry(rule("fiscal_year_end"), before)).toBe("2027-03-31");
  expect(decideExpiry(rule("fiscal_year_end"), after)).toBe("2028-03-31");
});

test.each([
  ["2028-02-28", 1, "2028-02-29"],
  ["2027-02-28", 1, "2027-03-01"],
  ["2026-12-31", 90, "2027-03-31"],
  ["2028-02-29", 365, "2029-02-28"],
])("%s and %i days is %s, leap day counted", (grantedOn, days, expiresOn) => {
  expect(decideExpiry(rule("days", days), grantedOn)).toBe(expiresOn);
});

test.each([
  ["2028-01-31", 1, "2028-02-29"],
  ["2027-01-31", 1, "2027-02-28"],
  ["2026-08-01", 6, "2027-02-28"],
  ["2028-02-29", 12, "2029-02-28"],
  ["2026-11-30", 1, "2026-12-31"],
])("%s and %i months is the last day of that month, %s", (grantedOn, months, expiresOn) => {
  expect(decideExpiry(rule("months", months), grantedOn)).toBe(expiresOn);
});

test("a fixed day is that day, whenever the points were granted", () => {
  expect(decideExpiry(rule("fixed", null, "2027-09-30"), "2026-05-03")).toBe("2027-09-30");
});

test.each([rule("days"), rule("months", 0), rule("fixed"), rule("never")])(
  "an incomplete rule is a fault, not an endless point: %o",
  (incomplete) => {
    expect(() => decideExpiry(incomplete, "2026-05-03")).toThrow("is incomplete");
  },
);
