import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import type { StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import type { Result } from "@/lib/shared/result";
import { decideGoingLive, type GoingLiveRefusal, goingLiveDraftOf } from "./decide-going-live";
import { findGoingLiveFacts } from "./queries";

/** Asks a second administrator to end the closed test and begin the real run. Refuses what `decideGoingLive` and `openApproval` refuse. */
export async function draftGoingLive(
  reason: string,
  actor: StaffActor,
  at: Date,
): Promise<Result<OpenedDraft, GoingLiveRefusal | DraftRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<OpenedDraft, GoingLiveRefusal | DraftRefusal>> => {
    const decided = decideGoingLive(await findGoingLiveFacts(tx));
    return decided.ok ? openApproval(tx, goingLiveDraftOf(decided.value, reason), actor, at) : decided;
  });
  return recordDenied(answer, actor, { act: "draft_go_live", targetKind: "book", targetId: null }, at);
}
