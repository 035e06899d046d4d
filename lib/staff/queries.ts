import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { books, staff, staffPasskeys, staffRoles, staffSessions, staffTotps } from "@/db/schema";
import type { Holding } from "./decide-permission";

/** A staff session ends after this long without a request, and at its `expires_at` in any case. */
const IDLE_MS = 15 * 60 * 1000;

/** On a real book /admin stays shut until a second factor exists. */
export async function isRealBook(): Promise<boolean> {
  const [current] = await db.select({ kind: books.kind }).from(books).where(eq(books.isCurrent, true));
  return current?.kind !== "closed_test" && current?.kind !== "demo";
}

/** The enabled member of staff of a session alive at `at`, by the SHA-256 of its token; nobody on a real book. */
export async function findSessionStaff(tokenHash: Uint8Array, at: Date) {
  const [found] = await db
    .select({
      staffId: staff.id,
      name: staff.name,
      sectionId: staff.sectionId,
      sessionId: staffSessions.id,
      lastSeenAt: staffSessions.lastSeenAt,
      provenAt: staffSessions.provenAt,
      holdings: sql<Holding[]>`coalesce((select json_agg(json_build_object('role', r.role, 'sectionId', r.section_id))
        from ${staffRoles} r where r.staff_id = ${staff.id} and r.ended_at is null), '[]')`,
    })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.staffId))
    .where(
      and(
        eq(staffSessions.tokenHash, tokenHash),
        gt(staffSessions.expiresAt, at),
        gt(staffSessions.lastSeenAt, new Date(at.getTime() - IDLE_MS)),
        eq(staff.disabled, false),
        sql`exists (select from ${books} where ${books.isCurrent} and ${books.kind} <> 'real')`,
      ),
    );
  return found;
}

/** The member of staff with this address, by its keyed hash; the disabled may not sign in. */
export async function findStaffByEmail(database: Database, emailIndex: Uint8Array) {
  const [found] = await database
    .select({ staffId: staff.id, disabled: staff.disabled })
    .from(staff)
    .where(eq(staff.emailIndex, emailIndex));
  return found;
}

const livePasskey = (staffId: string) => and(eq(staffPasskeys.staffId, staffId), isNull(staffPasskeys.removedAt));
const liveTotp = (staffId: string) =>
  and(eq(staffTotps.staffId, staffId), isNotNull(staffTotps.confirmedAt), isNull(staffTotps.removedAt));

/** Whether the person has a passkey or an authenticator app that opens something. */
export async function hasFactor(staffId: string): Promise<boolean> {
  const [passkeys, totps] = await Promise.all([
    db.$count(staffPasskeys, livePasskey(staffId)),
    db.$count(staffTotps, liveTotp(staffId)),
  ]);
  return passkeys + totps > 0;
}
