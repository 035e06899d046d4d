import { expect, test } from "vitest";
import { decideQuote } from "@/lib/spending/decide-quote";

const open = { revokedAt: null, closedAt: null, available: 500, walletState: "open" };
const ago = new Date("2026-05-01T00:00:00Z");

test.each([1, 499, 500])("any whole amount up to the balance may be shown to the clerk: %i of 500", (points) => {
  expect(decideQuote(open, points)).toEqual({ ok: true, value: { points } });
});

test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("%d is not an amount", (points) => {
  expect(decideQuote(open, points)).toEqual({ ok: false, reason: "not_an_amount" });
});

test("one point more than there is is refused, and an empty wallet refuses the least", () => {
  expect(decideQuote(open, 501)).toEqual({ ok: false, reason: "insufficient_points" });
  expect(decideQuote({ ...open, available: 0 }, 1)).toEqual({ ok: false, reason: "insufficient_points" });
});

test("a shop that has left and a poster that was replaced take no points", () => {
  expect(decideQuote({ ...open, closedAt: ago }, 100)).toEqual({ ok: false, reason: "shop_closed" });
  expect(decideQuote({ ...open, revokedAt: ago }, 100)).toEqual({ ok: false, reason: "revoked_code" });
});

test.each(["suspended", "merged", "left"])("nothing is shown to a clerk out of a wallet that is %s", (walletState) => {
  expect(decideQuote({ ...open, walletState }, 100)).toEqual({ ok: false, reason: "member_suspended" });
});
