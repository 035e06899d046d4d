import { keepContact } from "@/lib/auth/calm-page";
import { noteRequests } from "@/lib/auth/note-request";
import { getSettings } from "@/lib/settings/queries";
import { assertReadyToServe } from "./assert-ready-to-serve";
import { keepPageOrigins } from "./keep-page-origins";
import { startDraftSweep } from "./sweep-drafts";
import { startExpirySweep } from "./sweep-expired";
import { startLeaverSweep } from "./sweep-leavers";
import { startReceiptNumberSweep } from "./sweep-receipt-numbers";

/** What happens once per process before the first request. Throws when the app must not serve. */
export async function startServing(): Promise<void> {
  await assertReadyToServe();
  keepContact(await getSettings());
  noteRequests();
  await keepPageOrigins();
  startReceiptNumberSweep();
  startExpirySweep();
  startDraftSweep();
  startLeaverSweep();
}
