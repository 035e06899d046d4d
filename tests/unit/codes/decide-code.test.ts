import { expect, test } from "vitest";
import { decideIssue } from "@/lib/codes/decide-code";

const closesAt = new Date("2026-05-03T03:30:00Z");

test("a code is issued for what still grants or takes points, and for nothing else", () => {
  const before = new Date(closesAt.getTime() - 1);
  expect(decideIssue({ kind: "activity", closesAt, cancelledAt: null }, before).ok).toBe(true);
  expect(decideIssue({ kind: "activity", closesAt, cancelledAt: null }, closesAt)).toMatchObject({
    reason: "activity_over",
  });
  expect(decideIssue({ kind: "activity", closesAt, cancelledAt: before }, before)).toMatchObject({
    reason: "activity_cancelled",
  });
  expect(decideIssue({ kind: "shop", closedAt: null }, before).ok).toBe(true);
  expect(decideIssue({ kind: "shop", closedAt: before }, before)).toMatchObject({ reason: "shop_closed" });
  expect(decideIssue(undefined, before)).toMatchObject({ reason: "unknown_target" });
});
