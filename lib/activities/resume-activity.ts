import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { activities } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findActivityWindow, ofProgrammesWithin } from "./queries";

/** Undoes a cancellation: the activity's code grants again in its window. Again: changes nothing. Refuses `unknown_activity`. */
export async function resumeActivity(
  { activityId }: { activityId: string },
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_activity">> {
  const act = { act: "resume_activity", targetKind: "activity", targetId: activityId } as const;
  const resumed = await db.transaction(async (tx) => {
    const changed = await tx
      .update(activities)
      .set({ cancelledAt: null })
      .where(and(eq(activities.id, activityId), ofProgrammesWithin(actor.scope), isNotNull(activities.cancelledAt)))
      .returning({ id: activities.id });
    if (changed.length === 0) return false;
    await recordAct(tx, actor, { ...act, outcome: "done" }, at);
    return true;
  });
  if (resumed || (await findActivityWindow(db, activityId, actor.scope))) return ok({ id: activityId });
  return recordDenied(refuse("unknown_activity"), actor, act, at);
}
