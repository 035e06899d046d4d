import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, db } from "@/db/client";
import {
  approvals,
  auditEntries,
  sections,
  staff,
  staffInvitations,
  staffPasskeys,
  staffRoles,
  staffSessions,
  staffTotps,
} from "@/db/schema";
import { staffKeys } from "@/lib/passkeys/keys";
import { livePasskey } from "@/lib/passkeys/live-passkeys";
import { cutPage, isId, isText, PAGE_SIZE, readKey } from "@/lib/shared/page";
import { INVITATION_MS } from "./decide-invitation";
import type { Holding } from "./decide-permission";
import { IDLE_MS } from "./decide-session-end";
import { liveTotp } from "./live-factors";
import type { Role } from "./permissions";

/** The enabled member of staff of a session alive at `at`, by the SHA-256 of its token. */
export async function findSessionStaff(tokenHash: Uint8Array, at: Date) {
  const [found] = await db
    .select({
      staffId: staff.id,
      name: staff.name,
      sectionId: staff.sectionId,
      sessionId: staffSessions.id,
      lastSeenAt: staffSessions.lastSeenAt,
      expiresAt: staffSessions.expiresAt,
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
      ),
    );
  return found;
}

/** The member of staff with this address, by its keyed hash; the disabled may not sign in. */
export async function findStaffByEmail(database: Database, emailIndex: Uint8Array) {
  const [found] = await database
    .select({ staffId: staff.id, name: staff.name, disabled: staff.disabled })
    .from(staff)
    .where(eq(staff.emailIndex, emailIndex));
  return found;
}

/** Who a member of staff is, to the sign-in and to mails about their own account. */
export async function getStaff(database: Database, staffId: string) {
  const [found] = await database
    .select({
      name: staff.name,
      disabled: staff.disabled,
      emailIndex: staff.emailIndex,
      emailEncrypted: staff.emailEncrypted,
    })
    .from(staff)
    .where(eq(staff.id, staffId));
  if (!found) throw new Error("there is no such member of staff");
  return found;
}

/** Whether the person has a passkey or an authenticator app that opens something. */
export async function hasFactor(staffId: string): Promise<boolean> {
  const [passkeys, totps] = await Promise.all([
    db.$count(staffPasskeys, livePasskey(staffKeys, staffId)),
    db.$count(staffTotps, liveTotp(staffId)),
  ]);
  return passkeys + totps > 0;
}

const lastSignIn = sql<Date | null>`(select max(recorded_at) from ${auditEntries}
  where staff_id = ${staff.id} and act = 'sign_in' and outcome = 'done')`.mapWith(auditEntries.recordedAt);
/** Whether the person has ever registered a way in, or still has to use their enrolment code. */
const isEnrolled = sql<boolean>`(exists (select from ${staffPasskeys} where staff_id = ${staff.id} and removed_at is null)
  or exists (select from ${staffTotps} where staff_id = ${staff.id} and confirmed_at is not null and removed_at is null))`;
const person = {
  id: staff.id,
  name: staff.name,
  section: sections.name,
  disabled: staff.disabled,
  isEnrolled,
  createdAt: staff.createdAt,
  lastSignIn,
};

/** The people who work at /admin, by section and name; the disabled too. */
export async function listStaff(after?: string) {
  const key = readKey(after, [isText, isText, isId]);
  const place = sql`(${sections.name}, ${staff.name}, ${staff.id})`;
  const rows = await db
    .select(person)
    .from(staff)
    .innerJoin(sections, eq(sections.id, staff.sectionId))
    .where(key && sql`${place} > (${key[0]}, ${key[1]}, ${key[2]}::uuid)`)
    .orderBy(sections.name, staff.name, staff.id)
    .limit(PAGE_SIZE + 1);
  return cutPage(rows, PAGE_SIZE, (row) => [row.section, row.name, row.id]);
}
export type StaffRow = Awaited<ReturnType<typeof listStaff>>["rows"][number];

/** One person who works at /admin. */
export async function findStaffRecord(id: string) {
  const [found] = await db
    .select(person)
    .from(staff)
    .innerJoin(sections, eq(sections.id, staff.sectionId))
    .where(eq(staff.id, id));
  return found;
}
export type StaffRecord = NonNullable<Awaited<ReturnType<typeof findStaffRecord>>>;

const givers = alias(approvals, "givers");
const enders = alias(approvals, "enders");

/**
 * The roles of these people, those held now or all of them, the latest first: where, since when, and by which approval; `place` null: everywhere,
 * `givenBy` null: from the command line.
 */
export async function listRolesOf(staffIds: readonly string[], { past }: { past: boolean }) {
  const rows = await db
    .select({
      id: staffRoles.id,
      staffId: staffRoles.staffId,
      role: sql<Role>`${staffRoles.role}`,
      sectionId: staffRoles.sectionId,
      place: sections.name,
      grantedAt: staffRoles.grantedAt,
      givenBy: { id: givers.id, year: givers.fiscalYear, serial: givers.number },
      endedAt: staffRoles.endedAt,
      endedBy: { id: enders.id, year: enders.fiscalYear, serial: enders.number },
    })
    .from(staffRoles)
    .leftJoin(sections, eq(sections.id, staffRoles.sectionId))
    .leftJoin(givers, eq(givers.id, staffRoles.grantedByApproval))
    .leftJoin(enders, eq(enders.id, staffRoles.endedByApproval))
    .where(and(inArray(staffRoles.staffId, [...staffIds]), past ? undefined : isNull(staffRoles.endedAt)))
    .orderBy(desc(staffRoles.grantedAt), staffRoles.role, staffRoles.id);
  return rows;
}
export type RoleRow = Awaited<ReturnType<typeof listRolesOf>>[number];

/** Every section (課) and group (団体) that a role can be held in. */
export const listPlaces = () =>
  db
    .select({ id: sections.id, name: sections.name, kind: sections.kind })
    .from(sections)
    .orderBy(sections.kind, sections.name);
export type Place = Awaited<ReturnType<typeof listPlaces>>[number];

/** The invitation or recovery of this enabled person that `checkerId` approved last and that nobody has enrolled with: its code is theirs to hand over. */
export async function findOpenEnrolment(staffId: string, checkerId: string, at: Date) {
  const [approved] = await db
    .select({ approvalId: approvals.id, kind: approvals.kind })
    .from(approvals)
    .innerJoin(staff, and(eq(staff.id, staffId), eq(staff.disabled, false)))
    .where(
      and(
        eq(approvals.targetKind, "staff"),
        eq(approvals.targetId, staffId),
        eq(approvals.checkerId, checkerId),
        eq(approvals.state, "approved"),
        gt(approvals.endedAt, new Date(at.getTime() - INVITATION_MS)),
        inArray(approvals.kind, ["invite_staff", "recover_staff"]),
        sql`not exists (select from ${staffInvitations} where approval_id = ${approvals}.id and used_at is not null)`,
      ),
    )
    .orderBy(desc(approvals.id))
    .limit(1);
  return approved;
}
