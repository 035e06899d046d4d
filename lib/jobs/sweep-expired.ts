import { forgetExpired } from "@/lib/auth/forget-expired";
import { cityNow } from "@/lib/clock/city-now";
import { logFault } from "@/lib/log";

/** Milliseconds between two sweeps. */
const INTERVAL = 60_000;
/** Rows of each kind in one sweep: far more than end in a minute, and deleted in well under a second. */
const AT_ONCE = 5000;

/** Drops sign-ins and sessions that ended a day ago, once a minute, also while nobody signs in. */
export function startExpirySweep(): void {
  let isSweeping = false;
  setInterval(async () => {
    if (isSweeping) return;
    isSweeping = true;
    try {
      await forgetExpired(await cityNow(), AT_ONCE);
    } catch (fault) {
      logFault(fault, { route: "job:expired" });
    }
    isSweeping = false;
  }, INTERVAL).unref();
}
