import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { activities } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findActivityWindow, ofProgrammesWithin } from "./queries";

/**
 * Cancels an activity: its code grants nothing from now on and says why. What was granted stays. Again: changes nothing.
 * Refuses `unknown_activity`. Undone by `resumeActivity`.
 */
export async function cancelActivity(
  { activityId, reason }: { activityId: string; reason: string },
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_activity">> {
  const act = { act: "cancel_activity", targetKind: "activity", targetId: activityId } as const;
  const cancelled = await db.transaction(async (tx) => {
    const changed = await tx
      .update(activities)
      .set({ cancelledAt: at })
      .where(and(eq(activities.id, activityId), ofProgrammesWithin(actor.scope), isNull(activities.cancelledAt)))
      .returning({ id: activities.id });
    if (changed.length === 0) return false;
    await recordAct(tx, actor, { ...act, outcome: "done", reason }, at);
    return true;
  });
  if (cancelled || (await findActivityWindow(db, activityId, actor.scope))) return ok({ id: activityId });
  return recordDenied(refuse("unknown_activity"), actor, act, at);
}
