import { and, eq, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities, programmes } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findChanges } from "@/lib/shared/changes";
import type { CityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { withinScope } from "@/lib/shared/within-scope";
import { decideProgramme, isOtherRule, type ProgrammeRefusal, type UnknownHome } from "./decide-programme";
import type { ProgrammeTerms } from "./input";
import { findUnknownHome } from "./queries";

export type ProgrammeChangeRefusal = ProgrammeRefusal | UnknownHome | "unknown_programme" | "activities_outside_period";

/**
 * Changes what a programme is; its rule version grows when points or expiry change, so lots granted before keep theirs.
 * Nothing changed: nothing is written. Refuses `unknown_programme`, `unknown_domain`, `unknown_section`, `activities_outside_period` and what `decideProgramme` refuses.
 */
export async function updateProgramme(
  { id, ...terms }: ProgrammeTerms & { id: string },
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, ProgrammeChangeRefusal>> {
  const act = { act: "update_programme", targetKind: "programme", targetId: id } as const;
  const expiry = decideProgramme(terms);
  if (!expiry.ok) return recordDenied(expiry, actor, act, at);
  const after = { ...terms, ...expiry.value };

  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, ProgrammeChangeRefusal>> => {
    const [before] = await tx
      .select()
      .from(programmes)
      .where(and(eq(programmes.id, id), withinScope(programmes.sectionId, actor.scope)))
      .for("update");
    if (!before) return refuse("unknown_programme");
    const changes = findChanges(before, after);
    if (!changes) return ok({ id });
    const unknown = await findUnknownHome(tx, after, actor.scope);
    if (unknown) return refuse(unknown);
    if (await hasActivityOutside(tx, id, after)) return refuse("activities_outside_period");
    const isNewRule = isOtherRule(before as typeof after, after);
    await tx
      .update(programmes)
      .set({ ...after, ruleVersion: before.ruleVersion + (isNewRule ? 1 : 0) })
      .where(eq(programmes.id, id));
    await recordAct(tx, actor, { ...act, outcome: "done", ...changes }, at);
    return ok({ id });
  });
  return recordDenied(answer, actor, act, at);
}

async function hasActivityOutside(tx: Transaction, id: string, period: { startsOn: CityDay; endsOn: CityDay }) {
  const isOutside = or(
    sql`city_day(${activities.opensAt}) < ${period.startsOn}::date`,
    sql`city_day(${activities.closesAt} - interval '1 millisecond') > ${period.endsOn}::date`,
  );
  const [outside] = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.programmeId, id), isNull(activities.cancelledAt), isOutside))
    .limit(1);
  return outside !== undefined;
}
