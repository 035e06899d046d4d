import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { newId } from "@/lib/shared/ids";
import { runPosting } from "./run-posting";

/**
 * Pays a quote of this member, once: every repeat gives the first payment. May refuse `unknown_quote` (another's too),
 * `quote_closed`, `quote_expired`, `insufficient_points`, `no_proxy` where `agentId`, who acts for the member, may not.
 */
export function confirmQuote(
  database: Database,
  quote: { id: string; memberId: string; agentId?: string | undefined },
) {
  const id = newId();
  return runPosting(
    database,
    id,
    sql`select public_id, points, balance_after, recorded_at from confirm_quote(${quote.id}::uuid, ${quote.memberId}::uuid, ${id}::uuid,
      ${quote.agentId ?? null}::uuid)`,
  );
}
