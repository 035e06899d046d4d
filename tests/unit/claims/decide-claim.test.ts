import { expect, test } from "vitest";
import { claimEventKey, decideClaim, type Offer } from "@/lib/claims/decide-claim";

const opensAt = new Date("2026-05-03T00:30:00Z");
const closesAt = new Date("2026-05-03T03:30:00Z");
const within = new Date("2026-05-03T01:12:00Z");
const offer: Offer = {
  revokedAt: null,
  cancelledAt: null,
  opensAt,
  closesAt,
  startsOn: "2026-04-01",
  endsOn: "2027-03-31",
  points: 120,
  expiryKind: "next_fiscal_year_end",
  expiryCount: null,
  expiryOn: null,
};
const just = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

test("within its window an activity grants its points, to be spent until its programme's rule ends them", () => {
  expect(decideClaim(offer, within)).toEqual({ ok: true, value: { points: 120, expiresOn: "2028-03-31" } });
});

test("the window opens at its first millisecond and is closed from its last moment on", () => {
  expect(decideClaim(offer, just(opensAt, -1))).toEqual({ ok: false, reason: "not_open_yet" });
  expect(decideClaim(offer, opensAt).ok).toBe(true);
  expect(decideClaim(offer, just(closesAt, -1)).ok).toBe(true);
  expect(decideClaim(offer, closesAt)).toEqual({ ok: false, reason: "closed" });
});

test("a revoked code and a cancelled activity grant nothing, whatever the hour", () => {
  expect(decideClaim({ ...offer, revokedAt: opensAt }, within)).toEqual({ ok: false, reason: "revoked_code" });
  expect(decideClaim({ ...offer, cancelledAt: opensAt }, within)).toEqual({ ok: false, reason: "cancelled" });
  expect(decideClaim({ ...offer, cancelledAt: opensAt }, closesAt)).toEqual({ ok: false, reason: "cancelled" });
});

test("a programme's first and last day are Tokyo's, both in it", () => {
  const wide = { ...offer, opensAt: new Date(0), closesAt: new Date("2030-01-01T00:00:00Z") };
  const period = { ...wide, startsOn: "2026-05-03", endsOn: "2026-05-03" };
  expect(decideClaim(period, new Date("2026-05-02T14:59:59Z"))).toEqual({ ok: false, reason: "programme_not_running" });
  expect(decideClaim(period, new Date("2026-05-02T15:00:00Z")).ok).toBe(true);
  expect(decideClaim(period, new Date("2026-05-03T14:59:59Z")).ok).toBe(true);
  expect(decideClaim(period, new Date("2026-05-03T15:00:00Z"))).toEqual({ ok: false, reason: "programme_not_running" });
});

test("points that would have ended before they are granted are not granted", () => {
  const ended = { ...offer, expiryKind: "fixed", expiryOn: "2026-05-02" };
  expect(decideClaim(ended, within)).toEqual({ ok: false, reason: "programme_not_running" });
  expect(decideClaim({ ...ended, expiryOn: "2026-05-03" }, within).ok).toBe(true);
});

test("a claim is one event for ever, or one per day of Tokyo where the activity says daily", () => {
  const claim = { activityId: "a", memberId: "m" };
  expect(claimEventKey({ ...claim, claimLimit: "once" }, within)).toBe("claim:a:m:all");
  expect(claimEventKey({ ...claim, claimLimit: "daily" }, new Date("2026-05-03T14:59:59Z"))).toBe(
    "claim:a:m:2026-05-03",
  );
  expect(claimEventKey({ ...claim, claimLimit: "daily" }, new Date("2026-05-03T15:00:00Z"))).toBe(
    "claim:a:m:2026-05-04",
  );
});
