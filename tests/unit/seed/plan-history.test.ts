import { beforeAll, expect, test } from "vitest";
import type { ProgrammeKey } from "@/db/seed/data/programmes";
import { planCalendar } from "@/db/seed/plan-calendar";
import { planHistory } from "@/db/seed/plan-history";
import type { Step } from "@/db/seed/step";
import { decideExpiry } from "@/lib/programmes/decide-expiry";
import { addDays, cityDay, cityInstant } from "@/lib/shared/city-time";

const MEMBERS = 40;
/** A year in steps that meet every weekday, and the days on which calendars go wrong. */
const someYear = Array.from({ length: 8 }, (_, index) => addDays("2026-11-24", index * 45));
const days = [...someYear, "2027-03-31", "2027-04-01", "2027-04-02", "2028-02-29"];

const historyOf = (day: string) => {
  const calendar = planCalendar(day);
  return { day, calendar, steps: planHistory(calendar, day, cityInstant(day, "23:59"), MEMBERS) };
};
type History = ReturnType<typeof historyOf>;

const histories: History[] = [];
beforeAll(() => void histories.push(...days.map(historyOf)));

function changeOf(step: Step): { member: number; points: number } | undefined {
  if (step.act === "claim") return { member: step.member, points: step.activity.points };
  if (step.act === "pay") return { member: step.member, points: -step.points };
  if (step.act === "correct_grant") return { member: step.of.member, points: -step.of.activity.points };
  if (step.act === "correct_payment") return { member: step.of.member, points: step.points };
  return undefined;
}

function lowestBalance({ steps }: History): number {
  const balances = new Map<number, number>();
  return steps.reduce((lowest, step) => {
    const change = changeOf(step);
    if (!change) return lowest;
    const balance = (balances.get(change.member) ?? 0) + change.points;
    balances.set(change.member, balance);
    return Math.min(lowest, balance);
  }, 0);
}

test("whatever today is, nobody in the plan spends points before having them", () => {
  expect(histories.map(lowestBalance)).toEqual(days.map(() => 0));
});

test("whatever today is, the plan has thirty announced activities, forty members and both corrections", () => {
  const count = (steps: Step[], act: Step["act"]) => steps.filter((step) => step.act === act).length;
  const counts = histories.map(({ steps }) =>
    (["announce", "join", "correct_grant", "correct_payment"] as const).map((act) => count(steps, act)),
  );
  expect(counts).toEqual(days.map(() => [30, MEMBERS, 1, 1]));
});

function overBudget({ calendar, steps }: History): string[] {
  const granted = new Map<ProgrammeKey, number>();
  for (const step of steps) {
    if (step.act !== "claim") continue;
    granted.set(step.activity.programme, (granted.get(step.activity.programme) ?? 0) + step.activity.points);
  }
  return calendar.programmes.filter(({ key, budget }) => (granted.get(key) ?? 0) > budget).map(({ name }) => name);
}

test("whatever today is, every programme's grants fit its budget", () => {
  expect(histories.flatMap(overBudget)).toEqual([]);
});

function pastTheirDay({ day, calendar, steps }: History): Step[] {
  const rules = new Map(calendar.programmes.map((programme) => [programme.key, programme]));
  return steps.filter((step) => {
    const rule = step.act === "claim" ? rules.get(step.activity.programme) : undefined;
    if (!rule) return false;
    const expiryCount = "count" in rule.expiry ? rule.expiry.count : null;
    const terms = { expiryKind: rule.expiry.kind, expiryCount, expiryOn: rule.expiryOn };
    return decideExpiry(terms, cityDay(step.at)) < day;
  });
}

test("whatever today is, no point in the plan has passed its last day", () => {
  expect(histories.flatMap(pastTheirDay)).toEqual([]);
});

test("the same today gives the same history", () => {
  expect(historyOf("2026-11-24").steps).toEqual(historyOf("2026-11-24").steps);
});

test("nothing in the plan is later than now", () => {
  const now = cityInstant("2026-11-24", "10:30");
  const steps = planHistory(planCalendar("2026-11-24"), "2026-11-24", now, MEMBERS);
  expect(steps.filter(({ at }) => at >= now)).toEqual([]);
});
