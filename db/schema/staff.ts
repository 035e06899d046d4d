import { boolean, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "./columns";
import { sections } from "./programmes";

/** A person who works at /admin. */
export const staff = pgTable(
  "staff",
  {
    id: uuid().primaryKey(),
    sectionId: uuid().notNull(),
    name: text().notNull(),
    emailEncrypted: bytea().notNull(),
    emailIndex: bytea().notNull(),
    disabled: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique("staff_email").on(t.emailIndex),
    foreignKey({ name: "staff_section_fk", columns: [t.sectionId], foreignColumns: [sections.id] }),
  ],
);

/** A staff session of its own kind: never the citizen's cookie or table. */
export const staffSessions = pgTable(
  "staff_sessions",
  {
    tokenHash: bytea().primaryKey(),
    staffId: uuid().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    index("staff_sessions_staff").on(t.staffId),
    foreignKey({ name: "staff_sessions_staff_fk", columns: [t.staffId], foreignColumns: [staff.id] }).onDelete(
      "cascade",
    ),
  ],
);
