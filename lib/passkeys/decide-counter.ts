import { ok, type Result, refuse } from "@/lib/shared/result";

/**
 * An authenticator that counts its answers never goes back or stands still: one that does is a copy of the key. Those that keep no
 * counter always say zero.
 */
export function decideCounter(kept: number, shown: number): Result<"onward", "counter_went_back"> {
  return (kept === 0 && shown === 0) || shown > kept ? ok("onward") : refuse("counter_went_back");
}
