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
    /** The roles held at the time, `programme,approver`; empty for the command line. */
    roles: text().notNull().default(""),
    /** Where the request came from, as the trusted proxy names it. */
    address: text(),
    /** `create_programme`, `revoke_code` … */
    act: text().notNull(),
    outcome: text().notNull(),
    targetKind: text().notNull(),
    targetId: text(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
    /** Why personal data was looked at or taken along. */
    purpose: text(),
    requestId: text(),
  },
  (t) => [
    check("audit_entries_outcome_known", sql`${t.outcome} in ('done', 'denied')`),
    // The list and its pages stand in the order of time, so each question has an index that ends in it.
    index("audit_entries_recorded").on(t.recordedAt, t.id),
    index("audit_entries_denied").on(t.recordedAt, t.id).where(sql`${t.outcome} = 'denied'`),
    index("audit_entries_by_act").on(t.act, t.recordedAt, t.id),
    index("audit_entries_by_staff").on(t.staffId, t.recordedAt, t.id),
    index("audit_entries_by_kind").on(t.targetKind, t.recordedAt, t.id),
    index("audit_entries_by_target").on(t.targetId, t.recordedAt, t.id),
  ],
);
