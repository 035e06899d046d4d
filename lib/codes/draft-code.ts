import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { codes } from "@/db/schema";
import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import type { ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import type { Result } from "@/lib/shared/result";
import { decideIssue, type IssueRefusal } from "./decide-code";
import { type CodeWish, codeDraftOf, decideCodeDraft } from "./decide-code-draft";
import { lockCodeTarget } from "./find-code-target";

export type CodeDraftRefusal = IssueRefusal | DraftRefusal | "code_is_live" | "not_live";

/**
 * Asks a second person for an activity's code, a first one or in the place of the live one, which lives until then. The very same draft again is the
 * first one. Refuses what `decideIssue`, `decideCodeDraft` and `openApproval` refuse.
 */
export async function draftCode(
  wish: CodeWish,
  actor: ScopedActor,
  at: Date,
): Promise<Result<OpenedDraft, CodeDraftRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<OpenedDraft, CodeDraftRefusal>> => {
    const target = await lockCodeTarget(tx, { activityId: wish.activityId }, actor.scope);
    const issuable = decideIssue(target, at);
    if (!issuable.ok) return issuable;
    const live = await findLive(tx, wish.activityId);
    const decided = decideCodeDraft(target, live, wish.replacesId);
    return decided.ok ? openApproval(tx, codeDraftOf(decided.value, live, wish), actor, at) : decided;
  });
  const denied = { act: "draft_issue_code", targetKind: "activity", targetId: wish.activityId } as const;
  return recordDenied(answer, actor, denied, at);
}

async function findLive(tx: Transaction, activityId: string) {
  const [live] = await tx
    .select({ codeId: codes.id, serial: codes.serial })
    .from(codes)
    .where(and(eq(codes.activityId, activityId), isNull(codes.revokedAt)));
  return live;
}
