import { and, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { staffSessions } from "@/db/schema";
import { recordAct, type StaffActor } from "@/lib/audit/record-act";

/** Ends one's own sessions on every device but this one, from their next request on. Where there is none, nothing happens. */
export function endOtherSessions(
  { sessionId }: { sessionId: string },
  actor: StaffActor,
  at: Date,
): Promise<{ ended: number }> {
  const { staffId } = actor;
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(staffSessions)
      .where(and(eq(staffSessions.staffId, staffId), ne(staffSessions.id, sessionId)))
      .returning({ id: staffSessions.id });
    const act = { act: "end_other_sessions", outcome: "done", targetKind: "staff", targetId: staffId } as const;
    await recordAct(tx, actor, { ...act, before: { sessions: gone.length } }, at);
    return { ended: gone.length };
  });
}
