import { decideExpiry, type ExpiryRule } from "@/lib/programmes/decide-expiry";
import { type CityDay, cityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** What a code offers, with all that may stand against it. Points are whole; the window is `opensAt <= at < closesAt`. */
export type Offer = ExpiryRule & {
  revokedAt: Date | null;
  cancelledAt: Date | null;
  opensAt: Date;
  closesAt: Date;
  /** The programme's period, both days in it. */
  startsOn: CityDay;
  endsOn: CityDay;
  points: number;
};

export const offerRefusals = ["revoked_code", "cancelled", "not_open_yet", "closed", "programme_not_running"] as const;
export type OfferRefusal = (typeof offerRefusals)[number];

export const claimRefusals = [
  "unknown_code",
  ...offerRefusals,
  "budget_exhausted",
  "member_suspended",
  "member_leaving",
  "no_proxy",
  "book_archived",
] as const;
export type ClaimRefusal = (typeof claimRefusals)[number];

export type GrantTerms = { points: number; expiresOn: CityDay };

/** Whether a code grants at this moment, and what (product rules 3, 5). Whoever received already is answered before this is asked. */
export function decideClaim(offer: Offer, at: Date): Result<GrantTerms, OfferRefusal> {
  if (offer.revokedAt) return refuse("revoked_code");
  if (offer.cancelledAt) return refuse("cancelled");
  if (at < offer.opensAt) return refuse("not_open_yet");
  if (at >= offer.closesAt) return refuse("closed");
  const today = cityDay(at);
  if (today < offer.startsOn || today > offer.endsOn) return refuse("programme_not_running");
  const expiresOn = decideExpiry(offer, today);
  // A rule that was changed to a day gone by would grant points that nobody can spend.
  if (expiresOn < today) return refuse("programme_not_running");
  return ok({ points: offer.points, expiresOn });
}

/** What makes a claim one event: once for all, or once per city day. `receivedBy` (queries.ts) builds the same text in SQL. */
export function claimEventKey(claim: { activityId: string; memberId: string; claimLimit: string }, at: Date): string {
  const period = claim.claimLimit === "daily" ? cityDay(at) : "all";
  return `claim:${claim.activityId}:${claim.memberId}:${period}`;
}

const ledgerRefusals = ["budget_exhausted", "member_suspended", "member_leaving", "no_proxy", "book_archived"] as const;
type LedgerRefusal = (typeof ledgerRefusals)[number];

/** What the ledger's refusal is to a claim; undefined where a twin of it came first. One who was merged or has left is as good as suspended. */
export function readClaimRefusal(reason: string): LedgerRefusal | undefined {
  if (reason === "member_merged" || reason === "member_left") return "member_suspended";
  return ledgerRefusals.find((refusal) => refusal === reason);
}
