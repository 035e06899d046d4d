/** Part of the budget, in percent, from which staff are warned. */
const NEAR = 80;

export type BudgetUse = {
  /** Whole percent, rounded down: it says 100 only when all is granted. */
  percent: number;
  state: "none" | "within" | "near" | "full";
};

/** How much of a budget is granted. Points. One of 0 is none yet: it waits for a second person, and nothing of it is used up. */
export function decideBudgetUse({ budget, used }: { budget: number; used: number }): BudgetUse {
  if (budget === 0) return { percent: 0, state: "none" };
  const percent = Math.floor((used / budget) * 100);
  if (percent >= 100) return { percent, state: "full" };
  return { percent, state: percent >= NEAR ? "near" : "within" };
}
