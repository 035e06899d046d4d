import type { CityDay } from "@/lib/shared/city-time";
import { type SeedReward, seedRewards } from "./data/rewards";
import { momentOf } from "./plan-calendar";
import type { Plan } from "./plan-history";

/** Days before today on which somebody came to the counter for goods; the first working day from each. */
const VISITS = [41, 33, 24];
/** Goods of which more than one is there. */
const plenty = seedRewards.filter(({ stock }) => stock > 3);

/** Somebody who has saved enough comes for goods now and then, in the morning, before the shops open. */
export function planExchange(plan: Plan, day: CityDay, daysLeft: number): void {
  const due = VISITS[plan.exchanged];
  if (due === undefined || daysLeft > due || daysLeft === 0) return;
  const reward: SeedReward | undefined = plenty[plan.exchanged];
  const member = plan.balances.findLastIndex((balance) => reward && balance >= reward.points);
  if (!reward || member < 0) return;
  plan.steps.push({ act: "exchange", at: momentOf(day, "09:05", 40), member, reward });
  plan.balances[member] = (plan.balances[member] ?? 0) - reward.points;
  plan.exchanged += 1;
}
