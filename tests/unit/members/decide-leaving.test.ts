import { expect, test } from "vitest";
import { decideLeaving, decideStay, isDue } from "@/lib/members/decide-leaving";
import { decideResidency, decideResidencyCheck } from "@/lib/members/decide-residency";

const at = new Date("2026-05-03T01:00:00Z");
const leavesAt = new Date("2026-06-02T01:00:00Z");
const before = new Date(leavesAt.getTime() - 1);

test("a withdrawal takes its days, keeps its first day, and is for members only", () => {
  expect(decideLeaving({ state: "active", leavesAt: null }, 30, at)).toEqual({
    ok: true,
    value: { leavesAt, isRepeat: false },
  });
  expect(decideLeaving({ state: "leaving", leavesAt }, 30, before)).toEqual({
    ok: true,
    value: { leavesAt, isRepeat: true },
  });
  expect(decideLeaving({ state: "merged", leavesAt: null }, 30, at)).toEqual({ ok: false, reason: "not_a_member" });
});

test("it can be undone until its moment, not at it", () => {
  expect(decideStay({ state: "leaving", leavesAt }, before)).toMatchObject({ ok: true });
  expect(decideStay({ state: "leaving", leavesAt }, leavesAt)).toEqual({ ok: false, reason: "too_late" });
  expect(decideStay({ state: "active", leavesAt: null }, at)).toEqual({ ok: true, value: { isRepeat: true } });
  expect(decideStay({ state: "left", leavesAt: null }, at)).toEqual({ ok: false, reason: "too_late" });
});

test("it is due at its moment, and for nobody else", () => {
  expect(isDue({ state: "leaving", leavesAt }, before)).toBe(false);
  expect(isDue({ state: "leaving", leavesAt }, leavesAt)).toBe(true);
  expect(isDue({ state: "active", leavesAt: null }, leavesAt)).toBe(false);
});

test("where somebody lives is told by themselves, then checked, and the check counts through its last day", () => {
  const checked = { tie: "resident", checkedBy: "counter", validUntil: "2027-05-03" };
  expect(decideResidency({ ...checked, checkedBy: null, validUntil: null }, "2026-05-03")).toBe("told");
  expect(decideResidency(checked, "2027-05-03")).toBe("checked");
  expect(decideResidency(checked, "2027-05-04")).toBe("lapsed");
  expect(decideResidency({ ...checked, tie: "worker" }, "2026-05-03")).toBe("none");
});

test("a check is of a member who is here, and not of oneself", () => {
  expect(decideResidencyCheck({ isOwn: false, state: "leaving" }).ok).toBe(true);
  expect(decideResidencyCheck({ isOwn: true, state: "active" })).toMatchObject({ reason: "own_wallet" });
  expect(decideResidencyCheck({ isOwn: false, state: "left" })).toMatchObject({ reason: "unknown_member" });
  expect(decideResidencyCheck(undefined)).toMatchObject({ reason: "unknown_member" });
});
