import { expect, test } from "vitest";
import { decideGoingLive, goingLiveDraftOf } from "@/lib/going-live/decide-going-live";

const facts = {
  ...{ bookId: 1, kind: "closed_test" as const, offsetSeconds: 0 },
  ...{ staying: 3, leaving: 2, points: 900, codes: 4, invitations: 5, programmes: 6 },
};

test("a closed test on the city's own time may go live", () => {
  expect(decideGoingLive(facts)).toEqual({ ok: true, value: facts });
});

test.each([
  [undefined, "not_a_closed_test"],
  [{ ...facts, kind: "real" as const }, "not_a_closed_test"],
  [{ ...facts, kind: "demo" as const }, "not_a_closed_test"],
  [{ ...facts, offsetSeconds: 1 }, "clock_is_moved"],
])("%o may not", (found, reason) => {
  expect(decideGoingLive(found)).toEqual({ ok: false, reason });
});

test("the second administrator is told how many stay, what ends, and nobody's name", () => {
  const { effect, payload, target } = goingLiveDraftOf(facts, "終わり");
  expect(effect.lines).toContainEqual({ label: "members", before: "5", after: "3" });
  expect(effect.lines).toContainEqual({ label: "balances", before: "900", after: "0" });
  expect({ payload, target }).toEqual({ payload: { bookId: 1 }, target: { kind: "book", id: "1" } });
});
