import { ok, type Result, refuse } from "@/lib/shared/result";

type Address = { formatted?: unknown; region?: unknown; locality?: unknown };

/** Blanks and width as people type them are no difference. */
const even = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/**
 * Whether a provider's `address` claim (OIDC Core 5.1.1) lies in the city. The address itself is looked at once and kept nowhere. `cityName`
 * is the setting; a town of the same name elsewhere does not count, so the prefecture's name may stand before it and nothing else.
 */
export function decideResidencyProof(address: unknown, cityName: string): Result<null, "address_elsewhere"> {
  if (!address || typeof address !== "object") return refuse("address_elsewhere");
  const { formatted, region, locality } = address as Address;
  const parts = [region, locality].filter((part) => typeof part === "string").join("");
  const told = even(parts || (typeof formatted === "string" ? formatted : ""));
  const place = told.replace(/^.{2,3}?[都道府県]/, "");
  return place.startsWith(even(cityName)) ? ok(null) : refuse("address_elsewhere");
}

export type VouchingSide = { memberId: string; state: string; isSamePerson: boolean };
export type VouchingRefusal = "residency_taken" | "membership_ended";

/**
 * Whether an account at a provider may show where a member lives: it stands for nobody yet, for this member, or (`moves`) for a membership that was
 * merged into this one. A second membership of the same person is joined at the counter.
 */
export function decideVouching(
  own: VouchingSide | undefined,
  holder: VouchingSide | undefined,
): Result<"stays" | "moves", VouchingRefusal> {
  if (!own || own.state === "left" || own.state === "merged") return refuse("membership_ended");
  if (!holder || holder.memberId === own.memberId) return ok("stays");
  return holder.isSamePerson ? ok("moves") : refuse("residency_taken");
}
