import { and, desc, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { staffSessions } from "@/db/schema";
import { IDLE_MS } from "./decide-session-end";

/** The devices on which a person is signed in now, the latest sign-in first. */
export const listSessions = (staffId: string, at: Date) =>
  db
    .select({
      id: staffSessions.id,
      device: staffSessions.device,
      factor: staffSessions.factor,
      createdAt: staffSessions.createdAt,
      lastSeenAt: staffSessions.lastSeenAt,
    })
    .from(staffSessions)
    .where(
      and(
        eq(staffSessions.staffId, staffId),
        gt(staffSessions.expiresAt, at),
        gt(staffSessions.lastSeenAt, new Date(at.getTime() - IDLE_MS)),
      ),
    )
    .orderBy(desc(staffSessions.createdAt), desc(staffSessions.id));
