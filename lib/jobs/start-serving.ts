import { noteRequests } from "@/lib/auth/note-request";
import { assertReadyToServe } from "./assert-ready-to-serve";
import { startExpirySweep } from "./sweep-expired";
import { startReceiptNumberSweep } from "./sweep-receipt-numbers";

/** What happens once per process before the first request. Throws when the app must not serve. */
export async function startServing(): Promise<void> {
  await assertReadyToServe();
  noteRequests();
  startReceiptNumberSweep();
  startExpirySweep();
}
