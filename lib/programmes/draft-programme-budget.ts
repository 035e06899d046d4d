import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import type { ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import type { Result } from "@/lib/shared/result";
import { type BudgetRefusal, type BudgetWish, budgetDraftOf, decideBudget } from "./decide-budget";
import { lockBudget } from "./lock-budget";

/**
 * Asks a second person for another hard ceiling of a programme, in points: nobody sets one alone (product §3.9). The very same draft again is the first one.
 * Refuses what `decideBudget` and `openApproval` refuse; `findBudget` has the figure that `budget_below_used` speaks of.
 */
export async function draftProgrammeBudget(
  wish: BudgetWish,
  actor: ScopedActor,
  at: Date,
): Promise<Result<OpenedDraft, BudgetRefusal | DraftRefusal>> {
  const answer = await runTransaction(async (tx): Promise<Result<OpenedDraft, BudgetRefusal | DraftRefusal>> => {
    const decided = decideBudget(await lockBudget(tx, wish.programmeId, actor.scope), wish.budget);
    return decided.ok ? openApproval(tx, budgetDraftOf(decided.value, wish), actor, at) : decided;
  });
  const { programmeId: targetId, budget } = wish;
  const denied = { act: "draft_set_programme_budget", targetKind: "programme", targetId, after: { budget } };
  return recordDenied(answer, actor, denied, at);
}
