import { expect, test } from "vitest";
import { decideAgain } from "@/lib/claims/decide-again";

const at = new Date("2026-05-03T01:12:00Z");
const daily = {
  claimLimit: "daily",
  revokedAt: null,
  cancelledAt: null,
  opensAt: new Date("2026-05-01T00:00:00Z"),
  closesAt: new Date("2026-05-05T00:00:00Z"),
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  points: 120,
  expiryKind: "next_fiscal_year_end" as const,
  expiryCount: null,
  expiryOn: null,
};

test("what can be received once is not promised again", () => {
  expect(decideAgain({ ...daily, claimLimit: "once" }, at)).toBe("text");
});

test("a daily activity is promised for tomorrow only where tomorrow grants", () => {
  expect(decideAgain(daily, at)).toBe("tomorrow");
  expect(decideAgain({ ...daily, closesAt: new Date("2026-05-03T15:00:00Z") }, at)).toBe("today");
  expect(decideAgain({ ...daily, endsOn: "2026-05-03" }, at)).toBe("today");
  expect(decideAgain({ ...daily, cancelledAt: at }, at)).toBe("today");
});
