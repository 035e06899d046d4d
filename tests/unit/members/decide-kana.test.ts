import { expect, test } from "vitest";
import { kanaKey, readKana } from "@/lib/members/decide-kana";

test("a reading is kept in katakana of full width, however it was typed", () => {
  for (const typed of ["ヤマダ", "やまだ", "ﾔﾏﾀﾞ", " ヤ マ　ダ "])
    expect(readKana(typed)).toEqual({ ok: true, value: "ヤマダ" });
  expect(readKana("マリ-")).toEqual({ ok: true, value: "マリー" });
  expect(readKana("ﾏﾘｰ・ｱﾝ")).toEqual({ ok: true, value: "マリーアン" });
});

test("what is not kana is no reading", () => {
  for (const typed of ["", "山田", "Yamada", "ー", "ヤマダ1"])
    expect(readKana(typed)).toEqual({ ok: false, reason: "not_kana" });
});

test.each([
  ["シュウジ", "シユウジ"],
  ["ユーコ", "ユコ"],
  ["チヅ", "チズ"],
  ["マスヂ", "マスジ"],
  ["ヵヶィ", "カケイ"],
])("%s and %s are found by the same key", (one, other) => {
  expect(kanaKey(one)).toBe(kanaKey(other));
});

test("readings that sound different have different keys", () => {
  expect(new Set(["オノ", "オオノ", "カトウ", "ガトウ"].map(kanaKey)).size).toBe(4);
});
