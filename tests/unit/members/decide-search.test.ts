import { expect, test } from "vitest";
import { decideSearch } from "@/lib/members/decide-search";

const ORIGIN = "https://komapo.example.jp";
const token = "A".repeat(22);

test.each([
  ["1000-0001-7", { by: "number", number: "100000017" }],
  ["１００００００１７", { by: "number", number: "100000017" }],
  ["昭和23年3月5日", { by: "birth", bornOn: "1948-03-05" }],
  ["1948/3/5", { by: "birth", bornOn: "1948-03-05" }],
  ["19480305", { by: "birth", bornOn: "1948-03-05" }],
  ["さとう", { by: "kana", key: "サトウ" }],
  ["サトウ ショウコ", { by: "kana", key: "サトウシヨウコ" }],
  [`${ORIGIN}/c/${token}`, { by: "card", token }],
  [` ${ORIGIN}/c/${token}\n`, { by: "card", token }],
])("%s is understood", (typed, search) => {
  expect(decideSearch(typed, ORIGIN)).toEqual({ ok: true, value: search });
});

test.each([
  ["", "required"],
  ["100000018", "wrong_number"],
  ["1000", "wrong_number"],
  ["昭和64年3月5日", "not_a_day"],
  ["1948/2/30", "not_a_day"],
  ["佐藤", "not_kana"],
  [`${ORIGIN}.evil.example/c/${token}`, "foreign_code"],
  [`${ORIGIN}/e/${token}`, "foreign_code"],
  ["https://other.example/", "foreign_code"],
])("%s is refused as %s", (typed, reason) => {
  expect(decideSearch(typed, ORIGIN)).toEqual({ ok: false, reason });
});
