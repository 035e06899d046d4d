import { expect, test, vi } from "vitest";
import { takeProcessAttempt } from "@/lib/limits/process-limit";

test("a flood within one second is cut off, and the next second begins anew", () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  const takes = Array.from({ length: 2_600 }, takeProcessAttempt);
  expect(takes.filter(Boolean)).toHaveLength(2_500);
  vi.advanceTimersByTime(1_000);
  expect(takeProcessAttempt()).toBe(true);
  vi.useRealTimers();
});
