import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { programmes } from "@/db/schema";
import type { Scope } from "@/lib/shared/scope";
import { withinScope } from "@/lib/shared/within-scope";
import type { BudgetFacts } from "./decide-budget";
import { sumAllotted, sumUsed } from "./queries";

/** A programme's budget (points), the programme locked until the transaction ends: two who change it do so one after the other. */
export async function lockBudget(tx: Transaction, programmeId: string, scope: Scope): Promise<BudgetFacts | undefined> {
  const isThis = and(eq(programmes.id, programmeId), withinScope(programmes.sectionId, scope));
  await tx.select({ id: programmes.id }).from(programmes).where(isThis).for("update");
  // A statement of its own: the one that waits for the lock would show the sums from before the wait.
  const [found] = await tx
    .select({ name: programmes.name, sectionId: programmes.sectionId, budget: sumAllotted, used: sumUsed })
    .from(programmes)
    .where(isThis);
  return found;
}
