import { and, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { staffSessions } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";
import { recordDenied } from "@/lib/audit/record-denied";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** Ends one's own session on one device, from its next request on. Refuses `unknown_session`, also for anybody else's. */
export async function endSession(
  { sessionId }: { sessionId: string },
  actor: StaffActor,
  at: Date,
): Promise<Result<{ sessionId: string }, "unknown_session">> {
  const act = { act: "end_session", targetKind: "session", targetId: sessionId } as const;
  const answer = await db.transaction(async (tx) => {
    const ended = await tx
      .delete(staffSessions)
      .where(and(eq(staffSessions.id, sessionId), eq(staffSessions.staffId, actor.staffId)))
      .returning({ device: staffSessions.device });
    if (!ended[0]) return refuse("unknown_session");
    await recordAct(tx, actor, { ...act, outcome: "done", before: ended[0] }, at);
    return ok({ sessionId });
  });
  return recordDenied(answer, actor, act, at);
}
