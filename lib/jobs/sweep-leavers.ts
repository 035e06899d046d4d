import { cityNow } from "@/lib/clock/city-now";
import { logFault } from "@/lib/log";
import { leaveForGood } from "@/lib/members/leave-for-good";
import { listDueLeavers } from "@/lib/members/queries";

/** Milliseconds between two sweeps: a withdrawal is carried out within this time of its moment. */
const INTERVAL = 60_000;
/** Withdrawals in one sweep: far more than fall due in a minute. */
const AT_ONCE = 200;

/** Carries out the withdrawals that are due at `at`. One that fails is told of and tried again next time; the others go on. */
export async function sweepLeavers(at: Date): Promise<void> {
  for (const memberId of await listDueLeavers(at, AT_ONCE)) {
    try {
      await leaveForGood(memberId, at);
    } catch (fault) {
      logFault(fault, { route: "job:leavers" });
    }
  }
}

export function startLeaverSweep(): void {
  let isSweeping = false;
  setInterval(async () => {
    if (isSweeping) return;
    isSweeping = true;
    try {
      await sweepLeavers(await cityNow());
    } catch (fault) {
      logFault(fault, { route: "job:leavers" });
    }
    isSweeping = false;
  }, INTERVAL).unref();
}
