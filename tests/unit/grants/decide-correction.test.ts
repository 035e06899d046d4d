import { expect, test } from "vitest";
import { decideGrantCorrection, decideRefund } from "@/lib/grants/decide-correction";

const say = (answer: { ok: true } | { ok: false; reason: string }) => (answer.ok ? "ok" : answer.reason);

test("an unspent grant is taken back whole", () => {
  expect(say(decideGrantCorrection({ points: 100, remaining: 100, reversed: null }, 100))).toBe("ok");
});

test("a grant spent in part is taken back only by naming exactly what remains", () => {
  const grant = { points: 100, remaining: 40, reversed: null };
  expect(say(decideGrantCorrection(grant, 40))).toBe("ok");
  expect(say(decideGrantCorrection(grant, 100))).toBe("grant_already_spent");
  expect(say(decideGrantCorrection(grant, 50))).toBe("remainder_changed");
});

test("a corrected entry is corrected once; the very same correction again is let through as a repeat", () => {
  expect(say(decideGrantCorrection({ points: 100, remaining: 0, reversed: 100 }, 100))).toBe("ok");
  expect(say(decideGrantCorrection({ points: 100, remaining: 0, reversed: 40 }, 100))).toBe("already_reversed");
  expect(say(decideRefund({ points: 500, reversed: 450, isShared: false }, 450))).toBe("ok");
  expect(say(decideRefund({ points: 500, reversed: 450, isShared: false }, 50))).toBe("already_reversed");
});

test("a refund is at most what was paid", () => {
  expect(say(decideRefund({ points: 500, reversed: null, isShared: false }, 500))).toBe("ok");
  expect(say(decideRefund({ points: 500, reversed: null, isShared: false }, 501))).toBe("more_than_original");
  expect(say(decideRefund(undefined, 1))).toBe("unknown_transfer");
});
