import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { activities } from "./programmes";
import { shops } from "./shops";
import { staff } from "./staff";

/** A printed QR code, for an activity (earn) or a shop (spend). Found by hash, kept encrypted so that its poster can be printed again. */
export const codes = pgTable(
  "codes",
  {
    id: uuid().primaryKey(),
    serial: integer().generatedAlwaysAsIdentity().notNull(),
    activityId: uuid(),
    shopId: uuid(),
    /** SHA-256 of the 128-bit token in the address. */
    tokenHash: bytea().notNull(),
    /** Keyed hash (HMAC) of the 8-character typed code: it is short, so a plain hash could be searched. */
    typedHash: bytea().notNull(),
    /** Token and typed code, AES-256-GCM, key id in front. */
    secretEncrypted: bytea().notNull(),
    issuedBy: uuid().notNull(),
    issuedAt: instant().notNull(),
    revokedAt: instant(),
    revokedBy: uuid(),
    revokeReason: text(),
  },
  (t) => [
    unique("codes_serial").on(t.serial),
    unique("codes_token").on(t.tokenHash),
    unique("codes_typed").on(t.typedHash),
    uniqueIndex("codes_one_live_per_activity").on(t.activityId).where(sql`${t.revokedAt} is null`),
    uniqueIndex("codes_one_live_per_shop").on(t.shopId).where(sql`${t.revokedAt} is null`),
    index("codes_by_activity").on(t.activityId, t.serial),
    index("codes_by_shop").on(t.shopId, t.serial),
    check("codes_one_target", sql`num_nonnulls(${t.activityId}, ${t.shopId}) = 1`),
    check("codes_revocation_complete", sql`num_nonnulls(${t.revokedAt}, ${t.revokedBy}, ${t.revokeReason}) in (0, 3)`),
    foreignKey({ name: "codes_activity_fk", columns: [t.activityId], foreignColumns: [activities.id] }),
    foreignKey({ name: "codes_shop_fk", columns: [t.shopId], foreignColumns: [shops.id] }),
    foreignKey({ name: "codes_issued_by_fk", columns: [t.issuedBy], foreignColumns: [staff.id] }),
    foreignKey({ name: "codes_revoked_by_fk", columns: [t.revokedBy], foreignColumns: [staff.id] }),
  ],
);
