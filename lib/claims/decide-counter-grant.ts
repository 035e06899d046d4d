import { type ApprovalLimits, needsApprovalForCode } from "@/lib/approvals/decide-approval-need";
import { type Result, refuse } from "@/lib/shared/result";
import { decideClaim, type GrantTerms, type Offer, type OfferRefusal } from "./decide-claim";

/**
 * Whether the counter may grant this now, and what. Above the city's limit a second person approves an activity's points with its code
 * (product §3.9): while none lives, nobody has.
 */
export function decideCounterGrant(
  offer: Offer & { hasLiveCode: boolean },
  limits: ApprovalLimits,
  at: Date,
): Result<GrantTerms, OfferRefusal | "needs_approved_code"> {
  if (needsApprovalForCode(offer.points, limits) && !offer.hasLiveCode) return refuse("needs_approved_code");
  return decideClaim(offer, at);
}
