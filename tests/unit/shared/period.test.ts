import { expect, test } from "vitest";
import { cityInstant } from "@/lib/shared/city-time";
import { describePeriod } from "@/lib/shared/period";

const saturday = "2026-11-28";
const sunday = "2026-11-29";

test("the day is said once where it is the same", () => {
  expect(describePeriod(cityInstant(saturday, "09:30"), cityInstant(saturday, "12:00"))).toEqual({
    start: "2026年11月28日(土) 09:30",
    end: "12:00",
  });
  expect(describePeriod(cityInstant(saturday, "22:00"), cityInstant(sunday, "06:00"))).toEqual({
    start: "2026年11月28日(土) 22:00",
    end: "2026年11月29日(日) 06:00",
  });
});

test("midnight is the end of the day before it, never the next day", () => {
  expect(describePeriod(cityInstant(saturday, "18:00"), cityInstant(sunday))).toEqual({
    start: "2026年11月28日(土) 18:00",
    end: "24:00",
  });
  expect(describePeriod(cityInstant("2026-11-27"), cityInstant(sunday))).toEqual({
    start: "2026年11月27日(金) 00:00",
    end: "2026年11月28日(土) 24:00",
  });
});

test("exactly one whole day is that day", () => {
  expect(describePeriod(cityInstant(saturday), cityInstant(sunday))).toEqual({ day: "2026年11月28日(土)" });
});
