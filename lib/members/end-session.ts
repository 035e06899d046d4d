import { and, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { memberSessions } from "@/db/schema";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { recordMemberEvent } from "./record-event";

type OwnSession = { memberId: string; sessionId: string };

/** Ends one's own session on one device, from its next request on; once. Refuses `unknown_session`, also for anybody else's. */
export function endSession(
  { memberId, sessionId }: OwnSession,
  at: Date,
): Promise<Result<{ device: string }, "unknown_session">> {
  const own = and(eq(memberSessions.id, sessionId), eq(memberSessions.memberId, memberId));
  return db.transaction(async (tx) => {
    const [ended] = await tx.delete(memberSessions).where(own).returning({ device: memberSessions.device });
    if (!ended) return refuse("unknown_session");
    await recordMemberEvent(tx, { memberId, kind: "ended_session", actor: `member:${memberId}` }, at);
    return ok(ended);
  });
}

/** Ends one's own sessions on every device, but for the one of `except`. Where there is none, nothing happens. */
export function endSessions(
  { memberId, except }: { memberId: string; except?: string },
  at: Date,
): Promise<{ ended: number }> {
  const others = except === undefined ? undefined : ne(memberSessions.id, except);
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(memberSessions)
      .where(and(eq(memberSessions.memberId, memberId), others))
      .returning({ id: memberSessions.id });
    const event = { memberId, kind: "ended_all_sessions", actor: `member:${memberId}` } as const;
    if (gone.length > 0) await recordMemberEvent(tx, { ...event, detail: { count: gone.length } }, at);
    return { ended: gone.length };
  });
}
