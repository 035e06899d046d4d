import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Allowance } from "./limits";

/** Reads and the seconds in which they may be made: counted per process and never written down. */
const allowances = {
  /** Summaries of one member that the portal reads. */
  portal_summary: { points: 60, duration: 60 },
  /** Answers 401 to one client address: whoever tries tokens. */
  portal_refused: { points: 120, duration: 60 },
  /** Sign-outs told by one client address. */
  portal_logout: { points: 600, duration: 60 },
} as const;
export type ReadKind = keyof typeof allowances;

const limiters = Object.fromEntries(
  Object.entries(allowances).map(([kind, allowed]) => [kind, new RateLimiterMemory({ keyPrefix: kind, ...allowed })]),
) as Record<ReadKind, RateLimiterMemory>;

const refusal = ({ msBeforeNext }: RateLimiterRes): Allowance => ({
  ok: false,
  retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
});

/** Counts one and says whether it is allowed, approximately: several processes count apart. */
export async function takeRead(kind: ReadKind, key: string): Promise<Allowance> {
  try {
    await limiters[kind].consume(key);
    return { ok: true };
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return refusal(thrown);
    throw thrown;
  }
}

/** Whether one more would be allowed; counts nothing. */
export async function peekRead(kind: ReadKind, key: string): Promise<Allowance> {
  const used = await limiters[kind].get(key);
  return used && used.consumedPoints >= allowances[kind].points ? refusal(used) : { ok: true };
}
