import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { members } from "./members";

/** 利用規約 and プライバシーポリシー, each version as it was published. Append-only. */
export const legalTexts = pgTable(
  "legal_texts",
  {
    kind: text().notNull(),
    version: integer().notNull(),
    publishedAt: instant().notNull(),
    /** Paragraphs apart by an empty line; a line that begins with `# ` is a heading. */
    body: text().notNull(),
    /** What is new since the version before, in a sentence; empty in the first. */
    changes: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ name: "legal_texts_pk", columns: [t.kind, t.version] }),
    check("legal_texts_kind_known", sql`${t.kind} in ('terms', 'privacy')`),
  ],
);

/** 同意: who agreed to which version, when. Append-only. */
export const memberConsents = pgTable(
  "member_consents",
  {
    memberId: uuid().notNull(),
    kind: text().notNull(),
    version: integer().notNull(),
    agreedAt: instant().notNull(),
    /** `member:<uuid>`, or the member of staff who took it down at the counter. */
    actor: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "member_consents_pk", columns: [t.memberId, t.kind, t.version] }),
    foreignKey({ name: "member_consents_member_fk", columns: [t.memberId], foreignColumns: [members.id] }),
    foreignKey({
      name: "member_consents_text_fk",
      columns: [t.kind, t.version],
      foreignColumns: [legalTexts.kind, legalTexts.version],
    }),
  ],
);
