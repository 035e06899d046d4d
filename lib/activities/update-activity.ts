import { eq } from "drizzle-orm";
import { activities, lots } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findProgrammeFrame } from "@/lib/programmes/queries";
import { findChanges } from "@/lib/shared/changes";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ActivityRefusal, decideActivity, decideActivityChange } from "./decide-activity";
import type { ActivityInput } from "./input";

export type ActivityChangeRefusal = ActivityRefusal | "unknown_activity" | "cancelled" | "already_granted";

/**
 * Changes what an activity is; its programme stays. Nothing changed: nothing is written.
 * Refuses `unknown_activity`, `cancelled`, `already_granted` (points and limit are fixed by the first grant) and what `decideActivity` refuses.
 */
export async function updateActivity(
  { id, programmeId: _, ...terms }: ActivityInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, ActivityChangeRefusal>> {
  return runTransaction(async (tx): Promise<Result<{ id: string }, ActivityChangeRefusal>> => {
    const [before] = await tx.select().from(activities).where(eq(activities.id, id)).for("update");
    if (!before) return refuse("unknown_activity");
    if (before.cancelledAt) return refuse("cancelled");
    const changes = findChanges(before, terms);
    if (!changes) return ok({ id });
    const [granted] = await tx.select({ id: lots.id }).from(lots).where(eq(lots.activityId, id)).limit(1);
    const changed = decideActivityChange(before, terms, granted !== undefined);
    if (!changed.ok) return changed;
    const programme = await findProgrammeFrame(tx, before.programmeId);
    if (!programme) return refuse("unknown_activity");
    const decided = decideActivity(terms, programme);
    if (!decided.ok) return decided;
    await tx.update(activities).set(terms).where(eq(activities.id, id));
    const act = { act: "update_activity", outcome: "done", targetKind: "activity", targetId: id } as const;
    await recordAct(tx, actor, { ...act, ...changes }, at);
    return ok({ id });
  });
}
