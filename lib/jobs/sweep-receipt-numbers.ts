import { assignMissingReceiptNumbers } from "@/lib/ledger/assign-receipt-number";
import { log, logFault } from "@/lib/log";

/** Milliseconds between two sweeps. */
const INTERVAL = 60_000;
/** Days looked back: at the start as far back as an outage may reach, then only over what a running process can have left. */
const FIRST_LOOK = 400;
const LATER_LOOK = 2;

async function sweep(days: number): Promise<void> {
  try {
    const filled = await assignMissingReceiptNumbers(days);
    if (filled > 0) log.warn({ filled }, "payments without a receipt number have got one");
  } catch (fault) {
    logFault(fault, { route: "job:receipt-numbers" });
  }
}

/** A payment's number is given after its commit; what a crash left without one gets it here, once a minute. */
export function startReceiptNumberSweep(): void {
  let isFirst = true;
  let isSweeping = false;
  setInterval(async () => {
    if (isSweeping) return;
    isSweeping = true;
    await sweep(isFirst ? FIRST_LOOK : LATER_LOOK);
    isFirst = false;
    isSweeping = false;
  }, INTERVAL).unref();
}
