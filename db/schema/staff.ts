import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  type PgTableExtraConfigValue,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { members } from "./members";
import { sections } from "./programmes";

/** A person who works at /admin. What they may do is in `staff_roles`. */
export const staff = pgTable(
  "staff",
  {
    id: uuid().primaryKey(),
    sectionId: uuid().notNull(),
    name: text().notNull(),
    emailEncrypted: bytea().notNull(),
    emailIndex: bytea().notNull(),
    disabled: boolean().notNull().default(false),
    /** The member that this person says they are as a citizen, for their own account page. What binds them is `staff_member_links`. */
    memberId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique("staff_email").on(t.emailIndex),
    unique("staff_member").on(t.memberId),
    foreignKey({ name: "staff_section_fk", columns: [t.sectionId], foreignColumns: [sections.id] }),
    foreignKey({ name: "staff_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({
      name: "staff_member_on_record",
      columns: [t.id, t.memberId],
      foreignColumns: [staffMemberLinks.staffId, staffMemberLinks.memberId],
    }),
  ],
);

/**
 * Every member that a person ever said they are as a citizen: nobody acts on their own wallet, and whom a rule binds cannot take it off by
 * taking the link away. Append-only. The member with the same e-mail address counts too, without a row.
 */
export const staffMemberLinks = pgTable(
  "staff_member_links",
  {
    staffId: uuid().notNull(),
    memberId: uuid().notNull(),
    linkedAt: instant().notNull(),
  },
  (t): PgTableExtraConfigValue[] => [
    primaryKey({ columns: [t.staffId, t.memberId] }),
    foreignKey({ name: "staff_member_links_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
    foreignKey({ name: "staff_member_links_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);

/** A staff session of its own kind: never the citizen's cookie or table. */
export const staffSessions = pgTable(
  "staff_sessions",
  {
    tokenHash: bytea().primaryKey(),
    /** What a list of devices names it by. */
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    staffId: uuid().notNull(),
    /** `passkey` or `totp`: what proved the second factor. */
    factor: text().notNull().default("totp"),
    /** The browser and system, in short, as it named itself. */
    device: text().notNull().default(""),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** When the second factor was last shown in this session: step-up asks for it again after five minutes. */
    provenAt: instant().notNull().default(sql`'-infinity'`),
    expiresAt: instant().notNull(),
  },
  (t) => [
    unique("staff_sessions_id").on(t.id),
    index("staff_sessions_staff").on(t.staffId),
    check("staff_sessions_factor_known", sql`${t.factor} in ('passkey', 'totp')`),
    foreignKey({ name: "staff_sessions_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Who holds which role (役割), where, since when and by whose act. Ended, never deleted. */
export const staffRoles = pgTable(
  "staff_roles",
  {
    id: uuid().primaryKey(),
    staffId: uuid().notNull(),
    /** One of `roles` in lib/staff/permissions.ts. */
    role: text().notNull(),
    /** The section (課) or group (団体) within which it is held; null: everywhere. */
    sectionId: uuid(),
    grantedAt: instant().notNull(),
    /** The approval that gave it; null where it was given from the command line. */
    grantedByApproval: uuid(),
    endedAt: instant(),
    endedByApproval: uuid(),
  },
  (t) => [
    uniqueIndex("staff_roles_once")
      .on(t.staffId, t.role, sql`coalesce(${t.sectionId}, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`${t.endedAt} is null`),
    index("staff_roles_by_staff").on(t.staffId, t.grantedAt),
    check(
      "staff_roles_known",
      sql`${t.role} in ('viewer', 'counter', 'programme', 'approver', 'accountant', 'content', 'administrator', 'auditor', 'organiser')`,
    ),
    foreignKey({ name: "staff_roles_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
    foreignKey({ name: "staff_roles_section_fk", columns: [t.sectionId], foreignColumns: [sections.id] }),
  ],
);
