import { expect, test } from "vitest";
import { mayConfirmResidency } from "@/lib/members/decide-residency";

test("a provider is asked where somebody lives who says that it is here, checked before or not, and of nobody else", () => {
  expect((["told", "checked", "lapsed"] as const).map(mayConfirmResidency)).toEqual([true, true, true]);
  expect(mayConfirmResidency("none")).toBe(false);
});
