import { eq } from "drizzle-orm";
import { programmes } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { setBudget } from "@/lib/ledger/set-budget";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findProgrammeFrame } from "./queries";

export type BudgetRefusal = "unknown_programme" | "budget_below_used";

/**
 * Sets a programme's hard ceiling, in points. The same figure again changes nothing.
 * Refuses `unknown_programme`, and `budget_below_used` where more has been granted (law 9); `findBudget` has that figure.
 */
export async function setProgrammeBudget(
  { programmeId, budget }: { programmeId: string; budget: number },
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ budget: number }, BudgetRefusal>> {
  const act = {
    act: "set_programme_budget",
    targetKind: "programme",
    targetId: programmeId,
    after: { budget },
  } as const;
  const answer = await runTransaction(async (tx): Promise<Result<{ budget: number }, BudgetRefusal>> => {
    await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, programmeId)).for("update");
    // A statement of its own: the one that waits for the lock would show the sums from before the wait.
    const programme = await findProgrammeFrame(tx, programmeId, actor.scope);
    if (!programme) return refuse("unknown_programme");
    if (programme.budget === budget) return ok({ budget });
    const set = await setBudget(tx, programmeId, budget);
    if (!set.ok) return set;
    await recordAct(tx, actor, { ...act, outcome: "done", before: { budget: programme.budget } }, at);
    return ok({ budget });
  });
  return recordDenied(answer, actor, act, at);
}
