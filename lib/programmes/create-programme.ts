import { db } from "@/db/client";
import { programmes } from "@/db/schema";
import type { DraftRefusal } from "@/lib/approvals/decide-draft";
import { type OpenedDraft, openApproval } from "@/lib/approvals/open-approval";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { openAccount } from "@/lib/ledger/open-account";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { setBudget } from "@/lib/ledger/set-budget";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { budgetDraftOf } from "./decide-budget";
import { decideFirstBudget, decideProgramme, type ProgrammeRefusal, type UnknownHome } from "./decide-programme";
import type { ProgrammeInput } from "./input";
import { findUnknownHome } from "./queries";

/** `draft`: the budget that waits for its second person; undefined on a repeat. */
export type MadeProgramme = { id: string; draft: OpenedDraft | undefined };
export type CreationRefusal = ProgrammeRefusal | UnknownHome | DraftRefusal | "budget_below_points";

/**
 * Makes a programme with its account and no budget, and asks a second person for its first one (points), with the programme's goal as the reason:
 * it grants nothing before that was approved. The same id again changes nothing.
 * Refuses `budget_below_points`, `unknown_domain`, `unknown_section` and what `decideProgramme` and `openApproval` refuse (product rules 2, 3, §3.9).
 */
export async function createProgramme(
  { budget, ...terms }: ProgrammeInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<MadeProgramme, CreationRefusal>> {
  const act = { act: "create_programme", targetKind: "programme", targetId: terms.id } as const;
  const funded = decideFirstBudget(budget, terms.points);
  if (!funded.ok) return recordDenied(funded, actor, act, at);
  const expiry = decideProgramme(terms);
  if (!expiry.ok) return recordDenied(expiry, actor, act, at);
  const unknown = await findUnknownHome(db, terms, actor.scope);
  if (unknown) return recordDenied(refuse(unknown), actor, act, at);
  const programme = { ...terms, ...expiry.value };

  const answer = await runTransaction(async (tx): Promise<Result<MadeProgramme, DraftRefusal>> => {
    const accountId = await openAccount(tx, "programme", terms.id);
    const made = await tx
      .insert(programmes)
      .values({ ...programme, accountId, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: programmes.id });
    if (made.length === 0) return ok({ id: terms.id, draft: undefined });
    await setBudget(tx, terms.id, 0);
    await recordAct(tx, actor, { ...act, outcome: "done", after: programme }, at);
    const wish = { programmeId: terms.id, budget, reason: terms.policyGoal };
    const opened = await openApproval(tx, budgetDraftOf({ ...programme, budget: 0, used: 0 }, wish), actor, at);
    return opened.ok ? ok({ id: terms.id, draft: opened.value }) : opened;
  });
  return recordDenied(answer, actor, act, at);
}
