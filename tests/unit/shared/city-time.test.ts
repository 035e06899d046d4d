import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  cityDay,
  cityInstant,
  daysBetween,
  endOfFiscalYear,
  endOfMonth,
  fiscalYear,
  formatCityClock,
  formatCityDate,
  formatCityDateTime,
  formatCityMonth,
  formatCityTime,
  formatEraDate,
  isCityDay,
  monthOf,
  startOfFiscalYear,
} from "@/lib/shared/city-time";

describe("the day is Tokyo's", () => {
  test("it changes at 15:00 UTC, not at the server's midnight", () => {
    expect(cityDay(new Date("2026-05-02T14:59:59.999Z"))).toBe("2026-05-02");
    expect(cityDay(new Date("2026-05-02T15:00:00.000Z"))).toBe("2026-05-03");
  });

  test("a day's first moment and a time on it are moments of Tokyo", () => {
    expect(cityInstant("2026-05-03").toISOString()).toBe("2026-05-02T15:00:00.000Z");
    expect(cityInstant("2026-05-03", "09:30").toISOString()).toBe("2026-05-03T00:30:00.000Z");
  });

  test("a moment's day begins at or before it and its next day after it, over a leap year", () => {
    for (let hour = 0; hour < 366 * 24; hour += 7) {
      const at = new Date(Date.UTC(2028, 0, 1, hour));
      const day = cityDay(at);
      expect(cityInstant(day).getTime()).toBeLessThanOrEqual(at.getTime());
      expect(cityInstant(addDays(day, 1)).getTime()).toBeGreaterThan(at.getTime());
    }
  });
});

describe("the fiscal year runs from April to March", () => {
  test.each([
    ["2026-03-31", 2025],
    ["2026-04-01", 2026],
    ["2027-01-01", 2026],
    ["2027-03-31", 2026],
  ])("%s belongs to %i", (day, year) => {
    expect(fiscalYear(day)).toBe(year);
    expect(startOfFiscalYear(year) <= day && day <= endOfFiscalYear(year)).toBe(true);
  });
});

describe("counting days and months", () => {
  test("days are counted across months, years and leap days", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysBetween("2026-12-31", "2027-01-30")).toBe(30);
    expect(daysBetween("2027-01-30", "2026-12-31")).toBe(-30);
  });

  test("a month too short for the day gives its last day", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(endOfMonth("2028-02-10")).toBe("2028-02-29");
    expect(monthOf("2026-05-03")).toBe("2026-05");
  });

  test.each(["2026-02-30", "0000-01-01", "0001-01-01", "2026-13-01", "2026-00-10", "2026-5-3", "", "2026-05-03T00:00"])(
    "%j is no day",
    (text) => {
      expect(isCityDay(text)).toBe(false);
    },
  );

  test("a day that exists is one", () => {
    expect(isCityDay("2028-02-29")).toBe(true);
    expect(isCityDay("1000-01-01")).toBe(true);
  });
});

describe("how a moment is written", () => {
  const at = new Date("2026-05-03T01:02:09Z");

  test("with year, weekday and a 24-hour clock", () => {
    expect(formatCityDate("2026-05-03")).toBe("2026年5月3日(日)");
    expect(formatCityDateTime(at)).toBe("2026年5月3日(日) 10:02");
    expect(formatCityClock(at)).toBe("10:02:09");
    expect(formatCityMonth("2026-05")).toBe("2026年5月");
  });

  test("midnight is 00:00 of the new day", () => {
    expect(formatCityDateTime(new Date("2026-05-02T15:00:00Z"))).toBe("2026年5月3日(日) 00:00");
    expect(formatCityTime(new Date("2026-05-02T14:59:00Z"))).toBe("23:59");
  });
});

test("a day is said in the years of its era too", () => {
  expect(formatEraDate("1948-03-05")).toBe("昭和23年3月5日");
  expect(formatEraDate("2019-05-01")).toBe("令和元年5月1日");
});
