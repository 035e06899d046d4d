import type { Transaction } from "@/db/client";
import { setBudget } from "@/lib/ledger/set-budget";
import { ok, type Result } from "@/lib/shared/result";
import { type BudgetRefusal, decideBudget } from "./decide-budget";
import { BudgetPayload } from "./input";
import { lockBudget } from "./lock-budget";

/** Sets an approved budget, in points, in the approval's transaction. Looks again: what was granted since the draft may refuse it. */
export async function executeSetProgrammeBudget(
  tx: Transaction,
  { payload }: { payload: unknown },
): Promise<Result<{ budget: number }, BudgetRefusal>> {
  const { programmeId, budget } = BudgetPayload.parse(payload);
  const decided = decideBudget(await lockBudget(tx, programmeId, "everywhere"), budget);
  if (!decided.ok) return decided;
  const set = await setBudget(tx, programmeId, budget);
  return set.ok ? ok({ budget }) : set;
}
