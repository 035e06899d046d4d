import { db } from "@/db/client";
import { activities } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { findProgrammeFrame } from "@/lib/programmes/queries";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ActivityRefusal, decideActivity } from "./decide-activity";
import type { ActivityInput } from "./input";

/**
 * Makes an activity of a programme. The same id again changes nothing.
 * Refuses `unknown_programme` and what `decideActivity` refuses (product rule 5).
 */
export async function createActivity(
  activity: ActivityInput,
  actor: StaffActor,
  at: Date,
): Promise<Result<{ id: string }, ActivityRefusal | "unknown_programme">> {
  const act = { act: "create_activity", targetKind: "activity", targetId: activity.id } as const;
  const programme = await findProgrammeFrame(db, activity.programmeId);
  if (!programme) return recordDenied(refuse("unknown_programme"), actor, act, at);
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
