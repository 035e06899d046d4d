import { expect, test } from "vitest";
import { decideAgreement } from "@/lib/members/decide-agreement";

test("two values agree where both are known and the same", () => {
  const [one, like, other] = [Buffer.from("a"), Buffer.from("a"), Buffer.from("b")];
  expect(decideAgreement(one, like)).toBe("same");
  expect(decideAgreement(one, other)).toBe("other");
  expect([decideAgreement(one, null), decideAgreement(null, one), decideAgreement(null, null)]).toEqual([
    "unknown",
    "unknown",
    "unknown",
  ]);
});
