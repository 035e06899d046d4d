import { expect, test } from "vitest";
import { decideCounterAnswer } from "@/lib/claims/decide-counter-answer";
import { ok, refuse } from "@/lib/shared/result";

test("what the ledger says of a grant at the counter is an answer, and a key that was taken is the first receipt", () => {
  expect(decideCounterAnswer("own_wallet", undefined)).toEqual(refuse("own_wallet"));
  expect(decideCounterAnswer("budget_exhausted", undefined)).toEqual(refuse("budget_exhausted"));
  expect(decideCounterAnswer("event_key_conflict", "first")).toEqual(ok("first"));
});

test("anything else is a fault", () => {
  expect(() => decideCounterAnswer("unknown_account", "first")).toThrow("unknown_account");
  expect(() => decideCounterAnswer("event_key_conflict", undefined)).toThrow("event_key_conflict");
});
