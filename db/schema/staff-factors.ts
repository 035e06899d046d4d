import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { staff } from "./staff";

/** A passkey of a member of staff (WebAuthn, user verification always asked for). Removed, never deleted. */
export const staffPasskeys = pgTable(
  "staff_passkeys",
  {
    id: uuid().primaryKey(),
    staffId: uuid().notNull(),
    credentialId: bytea().notNull(),
    publicKey: bytea().notNull(),
    /** The authenticator's own counter; one that goes back is a copy of the key. Zero where it keeps none. */
    signCount: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    /** Synced by its maker's cloud. */
    backedUp: boolean().notNull(),
    /** How its owner tells it from others: typed, and so encrypted. */
    labelEncrypted: bytea(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
    removedAt: instant(),
  },
  (t) => [
    unique("staff_passkeys_credential").on(t.credentialId),
    index("staff_passkeys_by_staff").on(t.staffId),
    foreignKey({ name: "staff_passkeys_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
  ],
);

/** The authenticator app of a member of staff (RFC 6238), for those who can use no passkey. One live at a time. */
export const staffTotps = pgTable(
  "staff_totps",
  {
    id: uuid().primaryKey(),
    staffId: uuid().notNull(),
    /** 160 bits in base32, AES-256-GCM, key id in front. */
    secretEncrypted: bytea().notNull(),
    /** The last 30-second step whose code was taken: that code, and every earlier one, is spent. */
    lastStep: bigint({ mode: "number" }).notNull().default(0),
    createdAt: instant().notNull(),
    /** Set by the first right code; until then it opens nothing. */
    confirmedAt: instant(),
    removedAt: instant(),
  },
  (t) => [
    uniqueIndex("staff_totps_one_live")
      .on(t.staffId)
      .where(sql`${t.confirmedAt} is not null and ${t.removedAt} is null`),
    index("staff_totps_by_staff").on(t.staffId),
    foreignKey({ name: "staff_totps_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
  ],
);

/** A question asked of an authenticator, answered once, in the browser that it was asked of. */
export const staffChallenges = pgTable(
  "staff_challenges",
  {
    id: uuid().primaryKey(),
    /** SHA-256 of the cookie that binds it to this browser. */
    browserHash: bytea().notNull(),
    /** `sign_in`, `step_up`, `register`. */
    purpose: text().notNull(),
    /** Null in a sign-in by passkey alone: the answer says who it is. */
    staffId: uuid(),
    challenge: bytea().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    index("staff_challenges_browser").on(t.browserHash),
    index("staff_challenges_expiry").on(t.expiresAt),
    check("staff_challenges_purpose_known", sql`${t.purpose} in ('sign_in', 'step_up', 'register')`),
    foreignKey({ name: "staff_challenges_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
  ],
);

/**
 * Leave to enrol a second factor, once: the first one of a new person, or another after all were lost (recovery). One administrator asks,
 * a second confirms (its approval); the code is shown to the second alone, who hands it over in person.
 */
export const staffInvitations = pgTable(
  "staff_invitations",
  {
    id: uuid().primaryKey(),
    staffId: uuid().notNull(),
    /** `first` or `recovery`. */
    kind: text().notNull(),
    /** Null where it was made from the command line of a new installation. */
    approvalId: uuid(),
    /** Keyed hash of the 8-character code. */
    codeHash: bytea().notNull(),
    triesLeft: smallint().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex("staff_invitations_one_open").on(t.staffId).where(sql`${t.usedAt} is null and ${t.revokedAt} is null`),
    check("staff_invitations_kind_known", sql`${t.kind} in ('first', 'recovery')`),
    foreignKey({ name: "staff_invitations_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }),
  ],
);
