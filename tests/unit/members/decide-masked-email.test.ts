import { expect, test } from "vitest";
import { decideMaskedEmail } from "@/lib/members/decide-masked-email";

test("of an address only the first letter and the domain are shown, whatever its length", () => {
  expect(decideMaskedEmail("hanako@example.jp")).toBe("h•••@example.jp");
  expect(decideMaskedEmail("h@example.jp")).toBe("h•••@example.jp");
});
