import type { Draft } from "@/lib/approvals/open-approval";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** In points: the ceiling now, and granted so far. */
export type BudgetFacts = { name: string; sectionId: string; budget: number; used: number };

export const budgetRefusals = ["unknown_programme", "budget_below_used", "budget_unchanged"] as const;
export type BudgetRefusal = (typeof budgetRefusals)[number];

/** Whether a budget can become this figure: never less than what is granted (law 9), and not what it is. */
export function decideBudget(facts: BudgetFacts | undefined, budget: number): Result<BudgetFacts, BudgetRefusal> {
  if (!facts) return refuse("unknown_programme");
  if (facts.budget === budget) return refuse("budget_unchanged");
  return budget < facts.used ? refuse("budget_below_used") : ok(facts);
}

/** `budget` in points. `followsId`: the sent-back draft that this one replaces. */
export type BudgetWish = { programmeId: string; budget: number; reason: string; followsId?: string | undefined };

/** What the second person is asked: the ceiling before and after, beside what is granted. */
export const budgetDraftOf = (facts: BudgetFacts, { programmeId, budget, reason, followsId }: BudgetWish): Draft => ({
  kind: "set_programme_budget",
  payload: { programmeId, budget },
  effect: {
    lines: [
      { label: "programme", before: facts.name, after: facts.name },
      { label: "budget", before: String(facts.budget), after: String(budget) },
      { label: "used", before: String(facts.used), after: String(facts.used) },
    ],
    points: budget - facts.budget,
  },
  reason,
  target: { kind: "programme", id: programmeId },
  sectionId: facts.sectionId,
  followsId,
});
