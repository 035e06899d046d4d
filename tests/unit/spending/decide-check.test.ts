import { expect, test } from "vitest";
import { type Check, decideCheck } from "@/lib/spending/decide-check";

const expiresAt = new Date("2026-05-03T01:15:00Z");
const within = new Date("2026-05-03T01:14:59.999Z");
const check: Check = { points: 500, balance: 500, walletState: "open", expiresAt, closedAt: null, paidBy: null };

test("a quote can be paid until its three minutes are over, and not at their end", () => {
  expect(decideCheck(check, within)).toBe("open");
  expect(decideCheck(check, expiresAt)).toBe("quote_expired");
});

test("a paid quote is paid for ever, whatever came after", () => {
  const paid = { ...check, paidBy: "transfer", closedAt: within, balance: 0 };
  expect(decideCheck(paid, new Date("2027-01-01T00:00:00Z"))).toBe("paid");
});

test("a quote that another one replaced is closed, before and after its time", () => {
  const replaced = { ...check, closedAt: within };
  expect(decideCheck(replaced, within)).toBe("quote_closed");
  expect(decideCheck(replaced, expiresAt)).toBe("quote_closed");
});

test("a balance that has shrunk below the amount is said before the button is shown", () => {
  expect(decideCheck({ ...check, balance: 499 }, within)).toBe("insufficient_points");
});

test("whoever was suspended meanwhile is told that, and what was paid before is shown as paid", () => {
  expect(decideCheck({ ...check, walletState: "suspended" }, within)).toBe("member_suspended");
  expect(decideCheck({ ...check, walletState: "suspended", paidBy: "transfer" }, within)).toBe("paid");
});
