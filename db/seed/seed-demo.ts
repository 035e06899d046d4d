import { cityDay } from "@/lib/shared/city-time";
import type { CityClock } from "./city-clock";
import { seedShops } from "./data/shops";
import { openDemoBook, openSections } from "./demo-book";
import { openFamily } from "./open-family";
import { type Calendar, momentOf, planCalendar } from "./plan-calendar";
import { planHistory } from "./plan-history";
import { playHistory } from "./play-history";
import { hireStaff, setUpProgramme, setUpShops } from "./set-up-city";
import { setUpRewards } from "./set-up-rewards";
import { verifySeed } from "./verify-seed";
import type { World } from "./world";

export type SeedWish = { memberCount: number; say: (line: string) => void };

/** Nothing happens in the last minute: what is done while the seed itself runs stays the youngest. */
const MARGIN_MS = 60_000;

/**
 * Fills an empty demo book around today, through the use cases: city time starts before the first programme and is moved forward
 * step by step until it is the clock's again. Throws on the first refusal, and when the ledger does not verify.
 */
export async function seedDemo(clock: CityClock, { memberCount, say }: SeedWish): Promise<void> {
  const now = new Date();
  const today = cityDay(now);
  const calendar = planCalendar(today);
  const steps = planHistory(calendar, today, new Date(now.getTime() - MARGIN_MS), memberCount);
  say(`Seeding ${steps.length} acts from ${calendar.opensOn} to ${today} …`);
  const world = await prepare(calendar, clock);
  say(`  ${calendar.programmes.length} programmes and ${seedShops.length} shops`);
  await playHistory(steps, world, clock, say);
  await openFamily(world, new Date(now.getTime() - MARGIN_MS));
  const { transfers, points } = await verifySeed();
  // Last: a clock that is behind marks a seed that did not come to its end.
  await clock.backToNow();
  say(`The ledger is right: ${transfers} transfers, ${points} points in wallets.`);
}

/** Book, sections, staff, programmes and shops, each made on the first day, in the morning. */
async function prepare(calendar: Calendar, clock: CityClock): Promise<World> {
  const at = await clock.moveTo(momentOf(calendar.preparedOn, "09:30"));
  await openDemoBook(clock.sql);
  const sections = await openSections(clock.sql);
  const world: World = {
    ...(await hireStaff(at)),
    programmes: new Map(),
    rewards: new Map(),
    shopTokens: new Map(),
    activityTokens: new Map(),
    members: new Map(),
    transfers: new Map(),
  };
  for (const programme of calendar.programmes) await setUpProgramme(programme, sections, world, at);
  await setUpShops(world, at);
  await setUpRewards(sections, world, at);
  return world;
}
