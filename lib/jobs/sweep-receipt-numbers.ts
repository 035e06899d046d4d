import { assignMissingReceiptNumbers } from "@/lib/ledger/assign-receipt-number";
import { log, logFault } from "@/lib/log";

/** Milliseconds between two sweeps. */
const INTERVAL = 60_000;

async function sweep(): Promise<void> {
  try {
    const filled = await assignMissingReceiptNumbers();
    if (filled > 0) log.warn({ filled }, "payments without a receipt number have got one");
  } catch (fault) {
    logFault(fault, { route: "job:receipt-numbers" });
  }
}

/** A payment's number is given after its commit; what a crash left without one gets it here, once a minute. */
export function startReceiptNumberSweep(): void {
  let isSweeping = false;
  setInterval(async () => {
    if (isSweeping) return;
    isSweeping = true;
    await sweep();
    isSweeping = false;
  }, INTERVAL).unref();
}
