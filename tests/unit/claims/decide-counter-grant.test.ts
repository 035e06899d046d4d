import { expect, test } from "vitest";
import { decideCounterGrant } from "@/lib/claims/decide-counter-grant";

const limits = { approval_code_points: 500, approval_correction_points: 1000 };
const at = new Date("2026-05-03T02:00:00Z");
const offer = {
  revokedAt: null,
  cancelledAt: null,
  opensAt: new Date("2026-05-03T01:00:00Z"),
  closesAt: new Date("2026-05-03T03:00:00Z"),
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  points: 500,
  expiryKind: "days",
  expiryCount: 30,
  expiryOn: null,
  hasLiveCode: false,
} as const;

test("up to the limit the counter grants without a code", () => {
  expect(decideCounterGrant(offer, limits, at)).toMatchObject({ ok: true, value: { points: 500 } });
});

test("above it, only while a code lives, which a second person approved", () => {
  const much = { ...offer, points: 501 };
  expect(decideCounterGrant(much, limits, at)).toEqual({ ok: false, reason: "needs_approved_code" });
  expect(decideCounterGrant({ ...much, hasLiveCode: true }, limits, at)).toMatchObject({ ok: true });
});

test("a code opens nothing that a claim would be refused", () => {
  const over = { ...offer, points: 501, hasLiveCode: true };
  expect(decideCounterGrant(over, limits, offer.closesAt)).toEqual({ ok: false, reason: "closed" });
});
