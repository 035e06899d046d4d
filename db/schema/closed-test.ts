import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { members } from "./members";
import { staff } from "./staff";

/** 招待: leave to join while the book is a closed test, once. Its code is shown in the list it was made in, and kept as a keyed hash only. */
export const testInvitations = pgTable(
  "test_invitations",
  {
    id: uuid().primaryKey(),
    /** The list (CSV) it was made in, and what staff call that list. */
    batchId: uuid().notNull(),
    label: text().notNull(),
    codeHash: bytea().notNull(),
    createdBy: uuid().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedBy: uuid(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [
    unique("test_invitations_code").on(t.codeHash),
    unique("test_invitations_used_by").on(t.usedBy),
    index("test_invitations_by_batch").on(t.batchId, t.id),
    check("test_invitations_use_complete", sql`num_nonnulls(${t.usedBy}, ${t.usedAt}) in (0, 2)`),
    foreignKey({ name: "test_invitations_created_by_fk", columns: [t.createdBy], foreignColumns: [staff.id] }),
    foreignKey({ name: "test_invitations_used_by_fk", columns: [t.usedBy], foreignColumns: [members.id] }),
  ],
);

/** The city's own mark, re-encoded as PNG on its way in; the setting `logo_id` names the one in use. */
export const logos = pgTable(
  "logos",
  {
    id: uuid().primaryKey(),
    png: bytea().notNull(),
    uploadedBy: uuid().notNull(),
    uploadedAt: instant().notNull(),
  },
  (t) => [foreignKey({ name: "logos_uploaded_by_fk", columns: [t.uploadedBy], foreignColumns: [staff.id] })],
);
