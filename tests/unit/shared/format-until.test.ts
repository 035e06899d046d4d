import { expect, test } from "vitest";
import { formatUntil } from "@/lib/shared/format-until";

test("an end at midnight is read as 24:00 of the day that it ends", () => {
  expect(formatUntil(new Date("2026-11-28T15:00:00Z"))).toBe("2026年11月28日(土) 24:00");
  expect(formatUntil(new Date("2026-12-31T15:00:00Z"))).toBe("2026年12月31日(木) 24:00");
});

test("any other end is read as the time that it is", () => {
  expect(formatUntil(new Date("2026-11-28T14:59:00Z"))).toBe("2026年11月28日(土) 23:59");
  expect(formatUntil(new Date("2026-11-28T15:01:00Z"))).toBe("2026年11月29日(日) 00:01");
});
