import { db } from "@/db/client";
import { programmes } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { openAccount } from "@/lib/ledger/open-account";
import { setBudget } from "@/lib/ledger/set-budget";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideFirstBudget, decideProgramme, type ProgrammeRefusal, type UnknownHome } from "./decide-programme";
import type { ProgrammeInput } from "./input";
import { findUnknownHome } from "./queries";

/**
 * Makes a programme with its account and its hard budget (points). The same id again changes nothing.
 * Refuses `budget_below_points`, `unknown_domain`, `unknown_section` and what `decideProgramme` refuses (product rules 2, 3).
 */
export async function createProgramme(
  { budget, ...terms }: ProgrammeInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, ProgrammeRefusal | UnknownHome | "budget_below_points">> {
  const act = { act: "create_programme", targetKind: "programme", targetId: terms.id } as const;
  const funded = decideFirstBudget(budget, terms.points);
  if (!funded.ok) return recordDenied(funded, actor, act, at);
  const expiry = decideProgramme(terms);
  if (!expiry.ok) return recordDenied(expiry, actor, act, at);
  const unknown = await findUnknownHome(db, terms, actor.scope);
  if (unknown) return recordDenied(refuse(unknown), actor, act, at);
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
    await recordAct(tx, actor, { ...act, outcome: "done", after: { ...programme, budget } }, at);
  });
  return ok({ id: terms.id });
}
