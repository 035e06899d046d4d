import { expect, test } from "vitest";
import { decideDayMark, markSizes } from "@/lib/spending/decide-day-mark";
import { getDayMark } from "@/lib/spending/queries";

const at = new Date("2026-05-03T01:12:00Z");

test("every digest picks an icon and two words that exist", () => {
  for (let byte = 0; byte < 256; byte += 1) {
    const mark = decideDayMark(new Uint8Array([byte, 255 - byte, byte]));
    for (const part of ["icon", "first", "second"] as const) expect(mark[part]).toBeLessThan(markSizes[part]);
  }
});

test("a shop's mark is the same all day in the city", () => {
  expect(getDayMark("shop", new Date("2026-05-02T15:00:00Z"))).toEqual(getDayMark("shop", at));
  expect(getDayMark("shop", new Date("2026-05-03T14:59:59Z"))).toEqual(getDayMark("shop", at));
});

test("the mark changes with the day and with the shop", () => {
  const days = Array.from({ length: 30 }, (_, day) =>
    JSON.stringify(getDayMark("shop", new Date(at.getTime() + day * 86_400_000))),
  );
  const shops = Array.from({ length: 30 }, (_, shop) => JSON.stringify(getDayMark(`shop-${shop}`, at)));
  expect(new Set(days).size).toBeGreaterThan(27);
  expect(new Set(shops).size).toBeGreaterThan(27);
});
