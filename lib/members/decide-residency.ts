import type { CityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";

export type ResidencyFacts = { tie: string | null; checkedBy: string | null; validUntil: CityDay | null };
/** `none`: does not live here, or told nothing; `told`: says so themselves; `checked`; `lapsed`: was checked once. */
export type Residency = "none" | "told" | "checked" | "lapsed";

/** What is known of whether a member lives in the city. A check counts through its last day. */
export function decideResidency({ tie, checkedBy, validUntil }: ResidencyFacts, today: CityDay): Residency {
  if (tie !== "resident") return "none";
  if (!checkedBy || !validUntil) return "told";
  return validUntil >= today ? "checked" : "lapsed";
}

/** Whether a provider may be asked where a member lives: of whoever says that it is here. Once more moves the last day on. */
export const mayConfirmResidency = (residency: Residency): boolean => residency !== "none";

export type ResidencyRefusal = "unknown_member" | "own_wallet";

/** Whether this member of staff may record that they saw where the member lives: of nobody who has left, and not of themselves. */
export function decideResidencyCheck(
  member: { isOwn: boolean; state: string } | undefined,
): Result<null, ResidencyRefusal> {
  if (!member || member.state === "left" || member.state === "merged") return refuse("unknown_member");
  return member.isOwn ? refuse("own_wallet") : ok(null);
}
