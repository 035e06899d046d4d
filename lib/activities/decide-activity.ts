import { type ApprovalLimits, needsApprovalForCode } from "@/lib/approvals/decide-approval-need";
import { type CityDay, cityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";

const DAY = 24 * 60 * 60_000;
/** A window that stands open long before or after lets a photographed code be claimed from home. */
const OPENS_AT_MOST_BEFORE = DAY;
const CLOSES_AT_MOST_AFTER = 7 * DAY;

export type ActivityPlan = { startsAt: Date; endsAt: Date; opensAt: Date; closesAt: Date; points: number };
/** `budget` in points. */
export type ProgrammeFrame = { startsOn: CityDay; endsOn: CityDay; budget: number };

export const activityRefusals = [
  "ends_before_start",
  "window_reversed",
  "window_too_early",
  "window_too_late",
  "outside_programme",
  "points_over_budget",
] as const;
export type ActivityRefusal = (typeof activityRefusals)[number];

/** Whether an activity of this programme can be as planned: its window, not only its day, lies within the programme's period. */
export function decideActivity(plan: ActivityPlan, programme: ProgrammeFrame): Result<null, ActivityRefusal> {
  if (plan.endsAt < plan.startsAt) return refuse("ends_before_start");
  if (plan.closesAt <= plan.opensAt) return refuse("window_reversed");
  if (plan.opensAt.getTime() < plan.startsAt.getTime() - OPENS_AT_MOST_BEFORE) return refuse("window_too_early");
  if (plan.closesAt.getTime() > plan.endsAt.getTime() + CLOSES_AT_MOST_AFTER) return refuse("window_too_late");
  const isOutside = cityDay(plan.opensAt) < programme.startsOn || cityDay(lastMoment(plan)) > programme.endsOn;
  if (isOutside) return refuse("outside_programme");
  // Without an approved budget there is nothing to compare with; the ledger grants nothing until there is.
  if (programme.budget > 0 && plan.points > programme.budget) return refuse("points_over_budget");
  return ok(null);
}

/** The window is open until just before it closes: closing at midnight is still the day before. */
const lastMoment = ({ closesAt }: ActivityPlan) => new Date(closesAt.getTime() - 1);

export type Granted = { points: number; claimLimit: string };
export type ActivityUse = { isGranted: boolean; hasLiveCode: boolean };
export type FixedRefusal = "already_granted" | "code_is_live" | "code_needs_approval";

/**
 * Once somebody has received them, an activity's points and limit stay: the next person gets what the first one got.
 * The limit stays too while a code lives: it is a part of a claim's event key, and a claim under way could be made once under each.
 * Nor do the points rise above the city's limit under a code that nobody approved for it.
 */
export function decideActivityChange(
  before: Granted,
  after: Granted,
  use: ActivityUse,
  limits: ApprovalLimits,
): Result<null, FixedRefusal> {
  const isDearer = after.points > before.points && needsApprovalForCode(after.points, limits);
  if (!use.isGranted && use.hasLiveCode && isDearer) return refuse("code_needs_approval");
  const isOtherLimit = before.claimLimit !== after.claimLimit;
  if (use.isGranted && (isOtherLimit || before.points !== after.points)) return refuse("already_granted");
  return use.hasLiveCode && isOtherLimit ? refuse("code_is_live") : ok(null);
}
