import { db } from "@/db/client";
import { activities } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { findProgrammeFrame } from "@/lib/programmes/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ActivityRefusal, decideActivity } from "./decide-activity";
import type { ActivityInput } from "./input";
import { hasGroup } from "./queries";

/**
 * Makes an activity of a programme. The same id again changes nothing.
 * Refuses `unknown_programme`, `unknown_group` and what `decideActivity` refuses (product rule 5).
 */
export async function createActivity(
  activity: ActivityInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, ActivityRefusal | "unknown_programme" | "unknown_group">> {
  const act = { act: "create_activity", targetKind: "activity", targetId: activity.id } as const;
  const programme = await findProgrammeFrame(db, activity.programmeId, actor.scope);
  if (!programme) return recordDenied(refuse("unknown_programme"), actor, act, at);
  if (activity.groupId && !(await hasGroup(db, activity.groupId))) {
    return recordDenied(refuse("unknown_group"), actor, act, at);
  }
  const decided = decideActivity(activity, programme);
  if (!decided.ok) return recordDenied(decided, actor, act, at);

  await db.transaction(async (tx) => {
    const made = await tx
      .insert(activities)
      .values({ ...activity, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: activities.id });
    if (made.length === 0) return;
    await recordAct(tx, actor, { ...act, outcome: "done", after: activity }, at);
  });
  return ok({ id: activity.id });
}
