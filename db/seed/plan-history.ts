import { addDays, type CityDay, daysBetween } from "@/lib/shared/city-time";
import { memberPeople } from "./data/members";
import { type Calendar, isWeekend, momentOf } from "./plan-calendar";
import { planCorrections } from "./plan-corrections";
import { planExchange } from "./plan-exchanges";
import { planClaims, planDayOf, planPayment } from "./plan-member-day";
import { makeRandom, type Random } from "./random";
import type { Step } from "./step";

const SEED = 20250401;
/** The first come within two weeks, after the newsletter of the city; then one more each week. */
const EARLY_MEMBERS = 24;
const EARLY_DAYS = 14;

/** What is known while the days are planned one after the other. */
export type Plan = {
  calendar: Calendar;
  random: Random;
  steps: Step[];
  /** Points by member, as they stand when the day begins. */
  balances: number[];
  corrected: { grant: boolean; payment: boolean };
  /** How many came for goods so far. */
  exchanged: number;
};

/** Everything that happened from the first day until `now`, in order of time. The same for the same today. */
export function planHistory(calendar: Calendar, today: CityDay, now: Date, memberCount: number): Step[] {
  const balances = memberPeople.slice(0, memberCount).map(() => 0);
  const corrected = { grant: false, payment: false };
  const plan: Plan = { calendar, random: makeRandom(SEED), steps: [], balances, corrected, exchanged: 0 };
  plan.steps.push(...planAnnouncements(calendar, plan.random));
  const days = daysBetween(calendar.opensOn, today);
  for (let passed = 0; passed <= days; passed++) planDay(plan, passed, days);
  return plan.steps.filter(({ at }) => at < now).sort((one, other) => one.at.getTime() - other.at.getTime());
}

const planAnnouncements = (calendar: Calendar, random: Random): Step[] =>
  calendar.activities.map((activity) => {
    return { act: "announce", activity, at: momentOf(activity.announcedOn, "14:00", random.between(0, 10_000)) };
  });

function joinsAfter(member: number): number {
  if (member < EARLY_MEMBERS) return Math.floor((member * EARLY_DAYS) / EARLY_MEMBERS);
  return EARLY_DAYS + (member - EARLY_MEMBERS) * 7;
}

function planDay(plan: Plan, passed: number, days: number): void {
  const { random, balances } = plan;
  const day = planDayOf(plan.calendar, addDays(plan.calendar.opensOn, passed));
  if (!isWeekend(day.on)) {
    planCorrections(plan, day.on, days - passed);
    planExchange(plan, day.on, days - passed);
  }
  for (const [member, balance] of balances.entries()) {
    const joined = joinsAfter(member);
    if (joined === passed) {
      plan.steps.push({ act: "join", member, at: momentOf(day.on, "07:30", random.between(0, 50_000)) });
    }
    if (joined >= passed) continue;
    const payment = planPayment(random, day, member, balance);
    const claims = planClaims(random, day, member);
    plan.steps.push(...claims, ...(payment ? [payment] : []));
    const received = claims.reduce((total, { activity }) => total + activity.points, 0);
    balances[member] = balance + received - (payment?.points ?? 0);
  }
}
