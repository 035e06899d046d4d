import { expect, test } from "vitest";
import { AmountInput } from "@/lib/spending/input";

const read = (points: unknown) => {
  const parsed = AmountInput.safeParse({ token: "A".repeat(22), points });
  return parsed.success ? parsed.data.points : parsed.error.issues[0]?.message;
};

test.each(["30", "３０", "30円", "３０　円", "30ポイント", "30 ﾎﾟｲﾝﾄ", "30コイン"])("%j is an amount of 30", (typed) => {
  expect(read(typed)).toBe(30);
});

test("a numeral in words is no unit, and an amount beyond every wallet is too large, however long", () => {
  for (const typed of ["30万", "3千円", "30円60", "円30"]) expect(read(typed), typed).toBe("not_a_number");
  expect(read("9".repeat(19))).toBe("too_large");
  expect([read("円"), read(""), read(undefined)]).toEqual(["required", "required", "required"]);
});
