import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { programmes } from "@/db/schema";
import { ok, type Result } from "@/lib/shared/result";
import { decideRule, type RuledProgramme, type RuleRefusal } from "./decide-rule";
import { RulePayload } from "./input";

/** Changes an approved rule, in the approval's transaction; its version grows, and lots granted before keep theirs. */
export async function executeChangeProgrammeRule(
  tx: Transaction,
  { payload }: { payload: unknown },
): Promise<Result<{ ruleVersion: number }, RuleRefusal>> {
  const { programmeId, ...rule } = RulePayload.parse(payload);
  const [programme] = await tx.select().from(programmes).where(eq(programmes.id, programmeId)).for("update");
  const decided = decideRule(programme as (typeof programme & RuledProgramme) | undefined, rule);
  if (!decided.ok) return decided;
  const ruleVersion = (programme?.ruleVersion ?? 0) + 1;
  await tx
    .update(programmes)
    .set({ ...decided.value, ruleVersion })
    .where(eq(programmes.id, programmeId));
  return ok({ ruleVersion });
}
