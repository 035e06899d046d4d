import { expect, test } from "vitest";
import { needsApprovalForCode, needsApprovalToCorrect } from "@/lib/approvals/decide-approval-need";
import { readPostingRefusal } from "@/lib/grants/decide-correction";
import { correctionDraftOf, needsSecondPerson } from "@/lib/grants/decide-correction-draft";

const limits = { approval_correction_points: 1000, approval_code_points: 500 };

test("a second person is needed above the city's limits, and not at them", () => {
  expect([1000, 1001].map((points) => needsApprovalToCorrect(points, limits))).toEqual([false, true]);
  expect([500, 501].map((points) => needsApprovalForCode(points, limits))).toEqual([false, true]);
});

test("what is corrected already is asked of nobody", () => {
  expect(needsSecondPerson({ reversed: null }, 1001, limits)).toBe(true);
  expect(needsSecondPerson({ reversed: 1001 }, 1001, limits)).toBe(false);
});

test("a draft takes from a balance for a grant, and gives to it for a payment", () => {
  const facts = {
    points: 1500,
    remaining: 1500,
    reversed: null,
    isShared: false,
    isMerged: false,
    memberId: "m",
    balance: 2000,
  };
  const entry = { name: "むいから食堂", sectionId: null, reversed: null };
  const wish = { transferId: "t", points: 1200, reason: "金額の誤り" };
  const taken = correctionDraftOf({ kind: "correct_grant", entry, facts, graceDays: 30 }, wish);
  const given = correctionDraftOf({ kind: "correct_payment", entry, facts, graceDays: 30 }, wish);
  expect(taken.effect.lines.at(-1)).toEqual({ label: "balance", before: "2000", after: "800" });
  expect(given.effect.lines.at(-1)).toEqual({ label: "balance", before: "2000", after: "3200" });
  expect([taken.effect.points, given.effect.points]).toEqual([-1200, 1200]);
  expect(given.memberId).toBe("m");
});

test("a correction that was quicker shows as one that was made, and an unheard-of refusal is a fault", () => {
  expect(readPostingRefusal("event_key_conflict")).toBe("already_reversed");
  expect(readPostingRefusal("own_wallet")).toBe("own_wallet");
  expect(readPostingRefusal("book_archived")).toBe("book_archived");
  expect(() => readPostingRefusal("shop_closed")).toThrow("shop_closed");
});
