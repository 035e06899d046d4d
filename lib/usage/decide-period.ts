import { addMonths, type CityDay, endOfMonth, monthOf } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** First and last day, both included. */
export type Period = { from: CityDay; to: CityDay };

export const periodRefusals = ["period_reversed", "period_too_long"] as const;
export type PeriodRefusal = (typeof periodRefusals)[number];

/** A fiscal year and the month after it, when its last reports are made. */
const LONGEST_MONTHS = 13;

export const monthPeriod = (day: CityDay): Period => ({ from: `${monthOf(day)}-01`, to: endOfMonth(day) });

/** The period of a report; without one, the month of `today`. */
export function decidePeriod(asked: Partial<Period>, today: CityDay): Result<Period, PeriodRefusal> {
  const { from, to } = asked;
  if (!from && !to) return ok(monthPeriod(today));
  const period = { from: from ?? monthPeriod(to ?? today).from, to: to ?? monthPeriod(from ?? today).to };
  if (period.to < period.from) return refuse("period_reversed");
  if (period.to >= addMonths(period.from, LONGEST_MONTHS)) return refuse("period_too_long");
  return ok(period);
}
