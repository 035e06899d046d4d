/** How long after the payment its screen may be opened live (product §5). */
const OPENS_FOR_MS = 60_000;

/** How long after the payment an opened one stays: its clock goes on ticking, so it must not be kept for another shop. */
export const LIVE_SCREEN_STAYS_MS = 180_000;

/**
 * Whether a payment is shown on the live screen that a clerk trusts, or as the grey receipt: only right after paying, and only
 * on the way that led here from the payment. Whoever comes back, by history, Back or another link, gets the grey one.
 */
export function decideLiveScreen(visit: { recordedAt: Date; cameFromPayment: boolean }, at: Date): "live" | "grey" {
  const age = at.getTime() - visit.recordedAt.getTime();
  return visit.cameFromPayment && age < OPENS_FOR_MS ? "live" : "grey";
}
