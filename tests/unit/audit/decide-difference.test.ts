import { expect, test } from "vitest";
import { decideDifference } from "@/lib/audit/decide-difference";

test("before and after stand side by side, field by field", () => {
  expect(decideDifference({ name: "野川の清掃", points: 50 }, { points: 80, name: "野川の清掃" })).toEqual([
    { field: "name", before: "野川の清掃", after: "野川の清掃" },
    { field: "points", before: 50, after: 80 },
  ]);
});

test("what was told of one side only is told as that, and nothing is told apart from undefined", () => {
  expect(decideDifference({ budget: null }, { serial: 3 })).toEqual([
    { field: "budget", before: null, after: undefined },
    { field: "serial", before: undefined, after: 3 },
  ]);
});

test.each([[null], [undefined], ["text"], [[1, 2]], [7]])("an entry that holds %j has no fields", (told) => {
  expect(decideDifference(told, told)).toEqual([]);
});
