import { db } from "@/db/client";
import { programmes } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { openAccount } from "@/lib/ledger/open-account";
import { setBudget } from "@/lib/ledger/set-budget";
import { ok, type Result } from "@/lib/shared/result";
import { decideFirstBudget, decideProgramme, type ProgrammeRefusal } from "./decide-programme";
import type { ProgrammeInput } from "./input";

/**
 * Makes a programme with its account and its hard budget (points). The same id again changes nothing.
 * Refuses `budget_below_points` and what `decideProgramme` refuses (product rules 2, 3).
 */
export async function createProgramme(
  { budget, ...terms }: ProgrammeInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, ProgrammeRefusal | "budget_below_points">> {
  const funded = decideFirstBudget(budget, terms.points);
  if (!funded.ok) return funded;
  const expiry = decideProgramme(terms);
  if (!expiry.ok) return expiry;
  const programme = { ...terms, ...expiry.value };

  await db.transaction(async (tx) => {
    const accountId = await openAccount(tx, "programme", terms.id);
    const made = await tx
      .insert(programmes)
      .values({ ...programme, accountId, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: programmes.id });
    if (made.length === 0) return;
    await setBudget(tx, terms.id, budget);
    const act = { act: "create_programme", outcome: "done", targetKind: "programme", targetId: terms.id } as const;
    await recordAct(tx, actor, { ...act, after: { ...programme, budget } }, at);
  });
  return ok({ id: terms.id });
}
