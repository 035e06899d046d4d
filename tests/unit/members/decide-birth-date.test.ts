import { expect, test } from "vitest";
import { ageOn, isBirthDate, readBirthDate, readBirthYear } from "@/lib/members/decide-birth-date";

test.each([
  ["19480305", "1948-03-05"],
  ["１９４８／３／５", "1948-03-05"],
  ["1948年3月5日", "1948-03-05"],
  ["1948-3-5", "1948-03-05"],
  ["昭和23年3月5日", "1948-03-05"],
  ["昭23.3.5", "1948-03-05"],
  ["S23.3.5", "1948-03-05"],
  ["大正15/12/24", "1926-12-24"],
  ["昭和元年12月25日", "1926-12-25"],
  ["平成元年1月8日", "1989-01-08"],
  ["r1.5.1", "2019-05-01"],
])("%s is read as %s", (typed, day) => {
  expect(readBirthDate(typed)).toEqual({ ok: true, value: day });
});

test("days that never were are told", () => {
  for (const typed of ["19480230", "1948", "昭和64年1月8日", "昭和23年13月5日", "48/3/5", "平成0年1月1日", ""])
    expect(readBirthDate(typed)).toEqual({ ok: false, reason: "not_a_day" });
});

test("nobody is born tomorrow or a hundred and thirty years ago", () => {
  expect(isBirthDate("2026-05-01", "2026-05-01")).toBe(true);
  expect(isBirthDate("2026-05-02", "2026-05-01")).toBe(false);
  expect(isBirthDate("1896-05-01", "2026-05-01")).toBe(false);
});

test("a year of age is full on the birthday", () => {
  expect(ageOn("1948-03-05", "2026-03-04")).toBe(77);
  expect(ageOn("1948-03-05", "2026-03-05")).toBe(78);
});

test.each([
  ["1948", 1948],
  ["１９４８年", 1948],
  ["昭和23年", 1948],
  ["S23", 1948],
  ["平成元年", 1989],
  ["令和2", 2020],
])("a year of birth typed as %s is %i", (typed, year) => {
  expect(readBirthYear(typed)).toEqual({ ok: true, value: year });
});

test.each(["48", "昭和65年", "昭和0年", "19480305", "昭和", "x"])("%s is no year", (typed) => {
  expect(readBirthYear(typed)).toEqual({ ok: false, reason: "not_a_year" });
});
