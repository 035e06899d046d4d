/** A staff session ends after this long without a request, and at its `expires_at` in any case. */
export const IDLE_MS = 15 * 60 * 1000;

/** Whole seconds until a session ends where nothing is asked any more; never negative. */
export function decideSecondsLeft({ lastSeenAt, expiresAt }: { lastSeenAt: Date; expiresAt: Date }, at: Date): number {
  const end = Math.min(lastSeenAt.getTime() + IDLE_MS, expiresAt.getTime());
  return Math.max(0, Math.floor((end - at.getTime()) / 1000));
}
