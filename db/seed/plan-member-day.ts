import type { CityDay } from "@/lib/shared/city-time";
import { memberPeople } from "./data/members";
import { type ProgrammeKey, seedProgrammes } from "./data/programmes";
import { type SeedShop, seedShops } from "./data/shops";
import { type Calendar, isWeekend, momentOf, type PlannedActivity, weekdayOf } from "./plan-calendar";
import type { Random } from "./random";
import type { ClaimStep, PayStep } from "./step";

const domainOf = new Map<ProgrammeKey, keyof (typeof memberPeople)[number]["habit"]>(
  seedProgrammes.map(({ key, domain }) => [key, domain]),
);

const habitOf = (member: number, activity: PlannedActivity): number => {
  const domain = domainOf.get(activity.programme);
  return (domain && memberPeople[member]?.habit[domain]) ?? 0;
};

/** A day as everybody meets it: where points can be received, and which shops are open. */
export type Day = { on: CityDay; meetings: PlannedActivity[]; places: PlannedActivity[]; shops: SeedShop[] };

export function planDayOf(calendar: Calendar, on: CityDay): Day {
  const [weekday, weekend] = [weekdayOf(on), isWeekend(on)];
  const open = calendar.activities.filter(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
  return {
    on,
    meetings: open.filter((activity) => activity.kind === "meeting"),
    places: open.filter((activity) => activity.kind === "ongoing" && !(activity.weekdaysOnly && weekend)),
    shops: seedShops.filter(({ closedOn }) => !closedOn.includes(weekday)),
  };
}

/** What a member receives on a day: by habit at the places that are always open, by interest at the meetings. */
export function planClaims(random: Random, { on, meetings, places }: Day, member: number): ClaimStep[] {
  const attended = meetings.filter((activity) =>
    random.chance(Math.min(0.85, (0.1 + habitOf(member, activity)) * activity.popularity)),
  );
  const domains = [...new Set(places.map(({ programme }) => domainOf.get(programme)))];
  const visited = domains.flatMap((domain) => {
    const offered = places.filter(({ programme }) => domainOf.get(programme) === domain);
    const place = random.pick(offered, ({ popularity }) => popularity);
    return place && random.chance(habitOf(member, place)) ? [place] : [];
  });
  return [...attended, ...visited].map((activity) => {
    return { act: "claim", member, activity, at: momentBetween(random, on, activity.from, activity.to) };
  });
}

const amounts = [50, 80, 100, 100, 120, 150, 150, 200, 200, 250, 300, 300, 400, 500];

/** The more points somebody has, the sooner some of them are spent; whom the demo names always keeps enough to show a payment. */
export function planPayment(random: Random, { on, shops }: Day, member: number, balance: number): PayStep | undefined {
  const spendable = balance - (memberPeople[member]?.keeps ?? 0);
  if (!random.chance(Math.min(0.2, spendable / 2500))) return undefined;
  const points = random.pick(amounts.filter((amount) => amount <= spendable));
  const shop = random.pick(shops, ({ popularity }) => popularity);
  return points && shop ? { act: "pay", member, shop, points, at: momentOfVisit(random, on, shop) } : undefined;
}

/** People eat at noon or in the evening and shop from late morning on. */
function momentOfVisit(random: Random, day: CityDay, shop: SeedShop): Date {
  const opens = shop.opens > "10:00" ? shop.opens : "10:00";
  if (shop.category !== "food") return momentBetween(random, day, opens, shop.closes);
  const from = random.chance(0.6) || shop.closes < "19:00" ? "11:40" : "17:30";
  return momentBetween(random, day, from, from === "11:40" ? "14:00" : shop.closes);
}

function momentBetween(random: Random, day: CityDay, from: string, to: string): Date {
  const seconds = (momentOf(day, to).getTime() - momentOf(day, from).getTime()) / 1000;
  return momentOf(day, from, random.between(60, seconds - 60));
}
