import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { activities, codes, lots, transfers } from "@/db/schema";
import { recordAct, type ScopedActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { inCurrentBook } from "@/lib/ledger/current-book";
import { runTransaction } from "@/lib/ledger/run-transaction";
import { findProgrammeFrame } from "@/lib/programmes/queries";
import { getSettings } from "@/lib/settings/queries";
import { findChanges } from "@/lib/shared/changes";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { type ActivityRefusal, decideActivity, decideActivityChange, type FixedRefusal } from "./decide-activity";
import type { ActivityInput } from "./input";
import { hasGroup } from "./queries";

export type ActivityChangeRefusal = ActivityRefusal | "unknown_activity" | "unknown_group" | "cancelled" | FixedRefusal;

/**
 * Changes what an activity is; its programme stays. Nothing changed: nothing is written.
 * Refuses `unknown_activity`, `unknown_group`, `cancelled`, what `decideActivityChange` and what `decideActivity` refuse.
 */
export async function updateActivity(
  { id, programmeId: _, ...terms }: ActivityInput,
  actor: ScopedActor,
  at: Date,
): Promise<Result<{ id: string }, ActivityChangeRefusal>> {
  const act = { act: "update_activity", targetKind: "activity", targetId: id } as const;
  const limits = await getSettings();
  const answer = await runTransaction(async (tx): Promise<Result<{ id: string }, ActivityChangeRefusal>> => {
    const [before] = await tx.select().from(activities).where(eq(activities.id, id)).for("update");
    const programme = before && (await findProgrammeFrame(tx, before.programmeId, actor.scope));
    if (!before || !programme) return refuse("unknown_activity");
    if (before.cancelledAt) return refuse("cancelled");
    const changes = findChanges(before, terms);
    if (!changes) return ok({ id });
    const changed = decideActivityChange(before, terms, await findUse(tx, id), limits);
    if (!changed.ok) return changed;
    if (terms.groupId && !(await hasGroup(tx, terms.groupId))) return refuse("unknown_group");
    const decided = decideActivity(terms, programme);
    if (!decided.ok) return decided;
    await tx.update(activities).set(terms).where(eq(activities.id, id));
    await recordAct(tx, actor, { ...act, outcome: "done", ...changes }, at);
    return ok({ id });
  });
  return recordDenied(answer, actor, act, at);
}

/** Read under the activity's lock: whoever issues a code locks it too before looking at its points, so one waits for the other. */
async function findUse(tx: Transaction, activityId: string) {
  const [grant] = await tx
    .select({ id: lots.id })
    .from(lots)
    .innerJoin(transfers, eq(transfers.id, lots.transferId))
    .where(and(eq(lots.activityId, activityId), inCurrentBook))
    .limit(1);
  const [code] = await tx
    .select({ id: codes.id })
    .from(codes)
    .where(and(eq(codes.activityId, activityId), isNull(codes.revokedAt)));
  return { isGranted: grant !== undefined, hasLiveCode: code !== undefined };
}
