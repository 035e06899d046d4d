import { expect, test } from "vitest";
import { ShopTerms } from "@/lib/shops/input";

const typed = {
  categoryId: "food",
  name: "㈱髙﨑カフェ",
  nameKana: "ﾀｶｻｷ カフェ",
  address: "狛江市東和泉１－２",
  openingHours: "10:00～18:00",
  phone: "０３（３４３０）１１１１",
  summary: "カフェです",
};

test("readings in any kana become hiragana, and telephone numbers any hyphens plain ones", () => {
  const shop = ShopTerms.parse({ ...typed, phone: "０３ー３４３０ー１１１１" });
  expect(shop).toMatchObject({ nameKana: "たかさき かふぇ", phone: "03-3430-1111", name: "㈱髙﨑カフェ" });
});

test("a reading with kanji and a telephone number that is none are named", () => {
  const parsed = ShopTerms.safeParse({ ...typed, nameKana: "髙﨑かふぇ", phone: "12" });
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual(["not_kana", "not_a_phone"]);
});
