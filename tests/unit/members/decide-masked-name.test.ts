import { expect, test } from "vitest";
import { decideMaskedName } from "@/lib/members/decide-masked-name";

test.each([
  ["山田", "太郎", "山＊太郎"],
  ["佐々木", "花子", "佐＊花子"],
  ["長谷川", "光", "長＊光"],
  ["林", "陽子", "＊陽子"],
  ["𠮷野", "桜", "𠮷＊桜"],
  ["葛\u{e0100}城", "修", "葛\u{e0100}＊修"],
])("%s %s is shown as %s", (family, given, masked) => {
  expect(decideMaskedName(family, given)).toBe(masked);
});

test("a name that is not known has no mask", () => {
  expect(decideMaskedName(null, null)).toBeNull();
});
