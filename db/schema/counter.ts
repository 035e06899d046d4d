import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { members } from "./members";
import { staff } from "./staff";

/** A printed card with a member's QR, for people without a phone. One live a member. */
export const memberCards = pgTable(
  "member_cards",
  {
    id: uuid().primaryKey(),
    serial: integer().generatedAlwaysAsIdentity().notNull(),
    memberId: uuid().notNull(),
    /** SHA-256 of the 128-bit token in the address. */
    tokenHash: bytea().notNull(),
    /** The token, AES-256-GCM, key id in front: a card can be printed again while it lives. Null: forgotten with the person. */
    tokenEncrypted: bytea(),
    /** Keyed hash of the four digits that the member chose; null: a card of before, without. Five wrong ones shut it until it is set anew. */
    pinHash: bytea(),
    pinTriesLeft: smallint().notNull().default(5),
    issuedBy: uuid().notNull(),
    issuedAt: instant().notNull(),
    revokedAt: instant(),
    /** Null: it ended with its member's withdrawal. */
    revokedBy: uuid(),
    revokeReason: text(),
  },
  (t) => [
    unique("member_cards_serial").on(t.serial),
    unique("member_cards_token").on(t.tokenHash),
    uniqueIndex("member_cards_one_live").on(t.memberId).where(sql`${t.revokedAt} is null`),
    index("member_cards_by_member").on(t.memberId, t.serial),
    check(
      "member_cards_revocation_complete",
      sql`num_nonnulls(${t.revokedAt}, ${t.revokeReason}) in (0, 2) and (${t.revokedBy} is null or ${t.revokedAt} is not null)`,
    ),
    foreignKey({ name: "member_cards_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({ name: "member_cards_issued_by_fk", columns: [t.issuedBy], foreignColumns: [staff.id] }),
    foreignKey({ name: "member_cards_revoked_by_fk", columns: [t.revokedBy], foreignColumns: [staff.id] }),
  ],
);

/** A member's personal data shown to one member of staff, for a purpose they chose, for ten minutes. Its act stands in the audit. */
export const memberDisclosures = pgTable(
  "member_disclosures",
  {
    id: uuid().primaryKey(),
    staffId: uuid().notNull(),
    memberId: uuid().notNull(),
    /** One of `purposes` in lib/members/input.ts. */
    purpose: text().notNull(),
    openedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index("member_disclosures_live").on(t.staffId, t.memberId, t.expiresAt),
    foreignKey({ name: "member_disclosures_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
    foreignKey({ name: "member_disclosures_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);

/**
 * 窓口: one member in front of one member of staff. Its pages show that member only while it is open; a receipt, sixty idle seconds or the
 * next member end it, and nothing of it can be opened again.
 */
export const counterVisits = pgTable(
  "counter_visits",
  {
    id: uuid().primaryKey(),
    staffId: uuid().notNull(),
    /** The staff session (its id) in which it is open: another device sees nothing of it. */
    sessionId: uuid().notNull(),
    memberId: uuid().notNull(),
    /** How the person was recognised: `card`, `number`, `name`, `sign_up`. */
    foundBy: text().notNull(),
    openedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    endedAt: instant(),
    /** `receipt`, `idle`, `next`, `left`. */
    endedBy: text(),
  },
  (t) => [
    uniqueIndex("counter_visits_one_open").on(t.sessionId).where(sql`${t.endedAt} is null`),
    index("counter_visits_by_member").on(t.memberId, t.openedAt),
    check("counter_visits_found_by_known", sql`${t.foundBy} in ('card', 'number', 'name', 'sign_up')`),
    check("counter_visits_end_complete", sql`num_nonnulls(${t.endedAt}, ${t.endedBy}) in (0, 2)`),
    check("counter_visits_ended_by_known", sql`${t.endedBy} in ('receipt', 'idle', 'next', 'left')`),
    foreignKey({ name: "counter_visits_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
    foreignKey({ name: "counter_visits_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
  ],
);
