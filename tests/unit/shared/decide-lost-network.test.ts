import { expect, test } from "vitest";
import { isLostNetwork } from "@/lib/shared/decide-lost-network";

test.each([
  "Failed to fetch",
  "Load failed",
  "NetworkError when attempting to fetch resource.",
  "The network connection was lost.",
])("a request that ended with %j got no answer", (message) => {
  expect(isLostNetwork(new TypeError(message), true)).toBe(true);
});

test("without a network any fault without a number is the network's", () => {
  expect(isLostNetwork(new Error("An unexpected response was received from the server."), false)).toBe(true);
});

test("a fault of ours is ours, with its number or in the page's own script", () => {
  expect(isLostNetwork(Object.assign(new Error("failed"), { digest: "1" }), false)).toBe(false);
  expect(isLostNetwork(new TypeError("x is not a function"), true)).toBe(false);
  expect(isLostNetwork(new Error("Failed to fetch"), true)).toBe(false);
});
