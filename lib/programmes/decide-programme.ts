import { addMonths, type CityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";
import type { ExpiryKind } from "./input";

/** The city commits money for at most five years. */
const LONGEST_MONTHS = 60;

export type ExpiryTerms = { expiryKind: ExpiryKind; expiryCount: number | null; expiryOn: CityDay | null };
export type ProgrammePlan = ExpiryTerms & { startsOn: CityDay; endsOn: CityDay };

export const programmeRefusals = [
  "period_reversed",
  "period_too_long",
  "expiry_count_missing",
  "expiry_day_missing",
  "expiry_before_end",
] as const;
export type ProgrammeRefusal = (typeof programmeRefusals)[number];
/** What a programme is said to belong to does not exist. */
export type UnknownHome = "unknown_domain" | "unknown_section";

/**
 * Whether a programme can be as planned. Answers with its expiry in full: what its kind does not use is null.
 * A fixed expiry is not earlier than the period's last day, so that no point ends before it is granted.
 */
export function decideProgramme(plan: ProgrammePlan): Result<ExpiryTerms, ProgrammeRefusal> {
  if (plan.endsOn < plan.startsOn) return refuse("period_reversed");
  if (plan.endsOn >= addMonths(plan.startsOn, LONGEST_MONTHS)) return refuse("period_too_long");
  return decideExpiryTerms(plan);
}

function decideExpiryTerms({
  expiryKind,
  expiryCount,
  expiryOn,
  endsOn,
}: ProgrammePlan): Result<ExpiryTerms, ProgrammeRefusal> {
  if (expiryKind === "days" || expiryKind === "months") {
    return expiryCount === null ? refuse("expiry_count_missing") : ok({ expiryKind, expiryCount, expiryOn: null });
  }
  if (expiryKind !== "fixed") return ok({ expiryKind, expiryCount: null, expiryOn: null });
  if (expiryOn === null) return refuse("expiry_day_missing");
  return expiryOn < endsOn ? refuse("expiry_before_end") : ok({ expiryKind, expiryCount: null, expiryOn });
}

/** A programme starts with money for at least one grant. Both in points. */
export function decideFirstBudget(budget: number, points: number): Result<null, "budget_below_points"> {
  return budget < points ? refuse("budget_below_points") : ok(null);
}

/** The rule has changed, and its version grows, when what a grant gives or how long it lives is another. */
export function isOtherRule(
  before: ExpiryTerms & { points: number },
  after: ExpiryTerms & { points: number },
): boolean {
  const rule = (terms: typeof before) => [terms.points, terms.expiryKind, terms.expiryCount, terms.expiryOn].join("|");
  return rule(before) !== rule(after);
}
