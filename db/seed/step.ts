import type { SeedReward } from "./data/rewards";
import type { SeedShop } from "./data/shops";
import type { PlannedActivity } from "./plan-calendar";

/** `member` is the place in `memberPeople`. */
export type ClaimStep = { act: "claim"; at: Date; member: number; activity: PlannedActivity };
export type PayStep = { act: "pay"; at: Date; member: number; shop: SeedShop; points: number };

/** One thing that somebody did at a moment of the seeded months. */
export type Step =
  | { act: "announce"; at: Date; activity: PlannedActivity }
  | { act: "join"; at: Date; member: number }
  | ClaimStep
  | PayStep
  | { act: "exchange"; at: Date; member: number; reward: SeedReward }
  | { act: "correct_grant"; at: Date; of: ClaimStep; reason: string }
  /** `points` go back to the member, of the payment's points. */
  | { act: "correct_payment"; at: Date; of: PayStep; points: number; reason: string };
