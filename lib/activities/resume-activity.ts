import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { activities } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { findActivityWindow } from "./queries";

/** Undoes a cancellation: the activity's code grants again in its window. Again: changes nothing. Refuses `unknown_activity`. */
export async function resumeActivity(
  { activityId }: { activityId: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, "unknown_activity">> {
  const resumed = await db.transaction(async (tx) => {
    const changed = await tx
      .update(activities)
      .set({ cancelledAt: null })
      .where(and(eq(activities.id, activityId), isNotNull(activities.cancelledAt)))
      .returning({ id: activities.id });
    if (changed.length === 0) return false;
    const act = { act: "resume_activity", outcome: "done", targetKind: "activity", targetId: activityId } as const;
    await recordAct(tx, actor, act, at);
    return true;
  });
  return resumed || (await findActivityWindow(db, activityId)) ? ok({ id: activityId }) : refuse("unknown_activity");
}
