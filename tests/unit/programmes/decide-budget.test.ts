import { expect, test } from "vitest";
import { budgetDraftOf, decideBudget } from "@/lib/programmes/decide-budget";

const say = (answer: { ok: true } | { ok: false; reason: string }) => (answer.ok ? "ok" : answer.reason);
const facts = { name: "健康ウオーキング", sectionId: "health", budget: 10_000, used: 500 };

test("a budget becomes any other figure that is not below what is granted", () => {
  expect(say(decideBudget(facts, 20_000))).toBe("ok");
  expect(say(decideBudget(facts, 500))).toBe("ok");
  expect(say(decideBudget(facts, 499))).toBe("budget_below_used");
  expect(say(decideBudget(facts, 10_000))).toBe("budget_unchanged");
  expect(say(decideBudget(undefined, 1))).toBe("unknown_programme");
});

test("the draft of a budget shows it before and after, and how many points more or fewer that is", () => {
  const draft = budgetDraftOf(facts, { programmeId: "p", budget: 4_000, reason: "減らすため" });
  expect(draft.effect.points).toBe(-6_000);
  expect(draft.effect.lines).toContainEqual({ label: "budget", before: "10000", after: "4000" });
  expect(draft).toMatchObject({ payload: { programmeId: "p", budget: 4_000 }, sectionId: "health" });
});
