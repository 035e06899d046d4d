import { expect, test } from "vitest";
import { decideItemChange } from "@/lib/rewards/decide-item-change";
import { readReturnRefusal } from "@/lib/rewards/decide-return";
import { ok, refuse } from "@/lib/shared/result";

test("a new count stands for the one that was seen", () => {
  const item = { stock: 3 };
  expect(decideItemChange(item, { stock: 9, seenStock: 3 })).toEqual(ok(item));
  expect(decideItemChange(item, { stock: 9, seenStock: 4 })).toEqual(refuse("stock_changed"));
  expect(decideItemChange(undefined, { stock: 9, seenStock: 4 })).toEqual(refuse("unknown_reward"));
});

test("a change sent twice finds the count that it made itself", () => {
  expect(decideItemChange({ stock: 9 }, { stock: 9, seenStock: 3 })).toEqual(ok({ stock: 9 }));
});

test("what the ledger should never say of a return is a fault", () => {
  expect(readReturnRefusal("own_wallet")).toBe("own_wallet");
  expect(readReturnRefusal("book_archived")).toBe("book_archived");
  expect(() => readReturnRefusal("budget_exhausted")).toThrow("budget_exhausted");
});
