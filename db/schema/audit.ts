import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** One row per staff act, done or denied. Append-only like the ledger. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigint({ mode: "number" }).generatedAlwaysAsIdentity().primaryKey(),
    recordedAt: instant().notNull(),
    staffId: uuid().notNull(),
    /** `create_programme`, `revoke_code` … */
    act: text().notNull(),
    outcome: text().notNull(),
    targetKind: text().notNull(),
    targetId: text(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
    requestId: text(),
  },
  (t) => [
    check("audit_entries_outcome_known", sql`${t.outcome} in ('done', 'denied')`),
    index("audit_entries_by_staff").on(t.staffId, t.id.desc().nullsFirst()),
    index("audit_entries_by_target").on(t.targetKind, t.targetId, t.id.desc().nullsFirst()),
  ],
);
