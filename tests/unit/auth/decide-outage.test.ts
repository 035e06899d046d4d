import { expect, test } from "vitest";
import { decideStatus, isOutage } from "@/lib/auth/decide-outage";

const fate = { method: "GET", reachedGuard: false, isOutage: false };

test.each([
  "ECONNREFUSED",
  "CONNECTION_CLOSED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P03",
  "57014",
  "53300",
  "53100",
  "08006",
])("%s is an outage: it passes", (code) => expect(isOutage(code)).toBe(true));

test.each([undefined, "23505", "42501", "22P02", "ERR_INVALID_ARG_TYPE", "KP001"])("%s is a fault of our own", (code) =>
  expect(isOutage(code)).toBe(false),
);

test("an outage is 503, whoever asked and how far it came", () => {
  for (const method of ["GET", "POST"])
    for (const reachedGuard of [true, false])
      expect(decideStatus(500, { method, reachedGuard, isOutage: true })).toBe(503);
});

test("a POST that failed before a guard saw it is the sender's fault, after it our own", () => {
  expect(decideStatus(500, { ...fate, method: "POST" })).toBe(400);
  expect(decideStatus(500, { ...fate, method: "POST", reachedGuard: true })).toBe(500);
  expect(decideStatus(500, fate)).toBe(500);
});

test("an answer that did not fail keeps its status", () => {
  for (const status of [200, 303, 404, 503])
    expect(decideStatus(status, { ...fate, method: "POST", isOutage: true })).toBe(status);
});
