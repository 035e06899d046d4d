import { addDays, cityDay, cityInstant } from "@/lib/shared/city-time";
import { decideClaim, type Offer } from "./decide-claim";

/** What may be promised to whoever has received an offer already: nothing more, nothing more today, or the same again tomorrow. */
export function decideAgain(offer: Offer & { claimLimit: string }, at: Date): "text" | "today" | "tomorrow" {
  if (offer.claimLimit !== "daily") return "text";
  return decideClaim(offer, cityInstant(addDays(cityDay(at), 1))).ok ? "tomorrow" : "today";
}
