import { expireApprovals } from "@/lib/approvals/expire";
import { cityNow } from "@/lib/clock/city-now";
import { logFault } from "@/lib/log";

/** Milliseconds between two sweeps. */
const INTERVAL = 60 * 60_000;

/** Ends the drafts that nobody decided in time, once an hour; pages show them as ended before. */
export function startDraftSweep(): void {
  setInterval(async () => {
    try {
      await expireApprovals(await cityNow());
    } catch (fault) {
      logFault(fault, { route: "job:drafts" });
    }
  }, INTERVAL).unref();
}
