import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { settings } from "@/db/schema/settings";

/** Two who change the settings come one after the other. */
export async function lockSettings(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('settings', 0))`);
}

/** Writes the named settings, each a row, in the caller's transaction. */
export async function writeSettings(tx: Transaction, values: Record<string, unknown>, at: Date): Promise<void> {
  const rows = Object.entries(values).map(([key, value]) => ({
    key,
    value: sql`${JSON.stringify(value)}::jsonb`,
    updatedAt: at,
  }));
  await tx
    .insert(settings)
    .values(rows)
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`excluded.value`, updatedAt: sql`excluded.updated_at` },
    });
}
