import type { ScopedActor, StaffActor } from "@/lib/audit/record-act";
import type { Result } from "@/lib/shared/result";
import type { ProgrammeKey } from "./data/programmes";
import type { SeedReward } from "./data/rewards";
import type { SeedShop } from "./data/shops";
import type { SectionName } from "./data/staff";
import type { PlannedActivity } from "./plan-calendar";
import type { ClaimStep, PayStep } from "./step";

/** What the use cases have made so far, and by what it is called when it is needed again. */
export type World = {
  /** The section's own member of staff, or the point office's. */
  actorOf(section: SectionName): ScopedActor;
  /** Who says yes to what the sections ask for: somebody who asks for nothing. */
  approver: StaffActor;
  programmes: Map<ProgrammeKey, { id: string; section: SectionName }>;
  rewards: Map<SeedReward, string>;
  /** The token of each shop's poster. */
  shopTokens: Map<SeedShop, string>;
  /** The token of each activity's poster. */
  activityTokens: Map<PlannedActivity, string>;
  /** By place in `memberPeople`. */
  members: Map<number, string>;
  transfers: Map<ClaimStep | PayStep, string>;
};

/** The plan is such that nothing is refused: a refusal is a fault of the seed, or of the use case. */
export function must<T>(result: Result<T, string>, what: string): T {
  if (!result.ok) throw new Error(`The seed's ${what} was refused: ${result.reason}.`);
  return result.value;
}

export function find<K, V>(map: Map<K, V>, key: K): V {
  const found = map.get(key);
  if (found === undefined) throw new Error("A step of the seed needs what an earlier one should have made.");
  return found;
}
