import {
  addDays,
  addMonths,
  type CityDay,
  cityInstant,
  daysBetween,
  endOfFiscalYear,
  endOfMonth,
  fiscalYear,
  startOfFiscalYear,
} from "@/lib/shared/city-time";
import { type SeedActivity, seedActivities } from "./data/activities";
import { type SeedProgramme, seedProgrammes } from "./data/programmes";

/** Twenty weeks of history: longer than four months, shorter than any programme lets its points live. */
const HISTORY_DAYS = 140;
const ONGOING_DAYS_AHEAD = 45;
/** How long before it is held an activity is announced. */
const ANNOUNCED_DAYS = 21;

export type PlannedProgramme = SeedProgramme & { startsOn: CityDay; endsOn: CityDay; expiryOn: CityDay | null };
export type PlannedActivity = SeedActivity & { startsOn: CityDay; endsOn: CityDay; announcedOn: CityDay };
export type Calendar = {
  /** The first day on which anything is received. */
  opensOn: CityDay;
  /** Everything that is there from the beginning is set up on this day. */
  preparedOn: CityDay;
  programmes: readonly PlannedProgramme[];
  activities: readonly PlannedActivity[];
};

/** Days for the demo's programmes and activities, around any today. */
export function planCalendar(today: CityDay): Calendar {
  const opensOn = addDays(today, -HISTORY_DAYS);
  const preparedOn = workdayBefore(addDays(opensOn, -2 * ANNOUNCED_DAYS));
  const programmes = seedProgrammes.map((programme) => planProgramme(programme, opensOn, today));
  const startOf = new Map(programmes.map(({ key, startsOn }) => [key, startsOn]));
  const activities = seedActivities.map((activity) => {
    const { startsOn, endsOn } = planDays(activity, opensOn, today);
    const begins = latest(startsOn, startOf.get(activity.programme) ?? startsOn);
    const announcedOn = workdayBefore(earliest(today, latest(preparedOn, addDays(begins, -ANNOUNCED_DAYS))));
    return { ...activity, startsOn: begins, endsOn: latest(begins, endsOn), announcedOn };
  });
  return { opensOn, preparedOn, programmes, activities };
}

const earliest = (one: CityDay, other: CityDay): CityDay => (one < other ? one : other);
const latest = (one: CityDay, other: CityDay): CityDay => (one > other ? one : other);

function planProgramme(programme: SeedProgramme, opensOn: CityDay, today: CityDay): PlannedProgramme {
  const { expiry } = programme;
  const firstOfMonth = `${opensOn.slice(0, 7)}-01`;
  if (expiry.kind === "fixed") {
    const endsOn = endOfMonth(addMonths(today, expiry.monthsAhead - 1));
    return { ...programme, startsOn: firstOfMonth, endsOn, expiryOn: endOfMonth(addMonths(today, expiry.monthsAhead)) };
  }
  // Points of a fiscal year that is over would be past their day, and nothing expires by itself yet.
  const yearBegan = startOfFiscalYear(fiscalYear(today));
  const startsOn = expiry.kind === "fiscal_year_end" ? latest(firstOfMonth, yearBegan) : firstOfMonth;
  return { ...programme, startsOn, endsOn: endOfFiscalYear(fiscalYear(addMonths(today, 3))), expiryOn: null };
}

function planDays(activity: SeedActivity, opensOn: CityDay, today: CityDay): { startsOn: CityDay; endsOn: CityDay } {
  if (activity.kind === "ongoing") return { startsOn: opensOn, endsOn: addDays(today, ONGOING_DAYS_AHEAD) };
  const on = activity.day === "today" ? today : weekdayNear(today, activity.day.weeks, activity.day.weekday);
  return { startsOn: on, endsOn: on };
}

/** The weekday in the week (from Sunday) that lies so many weeks from today's. */
function weekdayNear(today: CityDay, weeks: number, weekday: number): CityDay {
  return addDays(today, weeks * 7 - weekdayOf(today) + weekday);
}

/** 0 is Sunday. */
export const weekdayOf = (day: CityDay): number => daysBetween("2023-01-01", day) % 7;

/** The last day on which the city hall was at work, before that day. */
function workdayBefore(day: CityDay): CityDay {
  const before = addDays(day, -1);
  return isWeekend(before) ? workdayBefore(before) : before;
}

export const isWeekend = (day: CityDay): boolean => [0, 6].includes(weekdayOf(day));

/** A time of that day, so many seconds past what the clock says. */
export const momentOf = (day: CityDay, time: string, seconds = 0): Date =>
  new Date(cityInstant(day, time).getTime() + seconds * 1000);
