import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { newId } from "@/lib/shared/ids";

/** How long an amount stays locked while the clerk looks (product rule 7). */
const LIFETIME = "3 minutes";

/** Locks an amount for a shop; the member's earlier open quote is closed. Returns the quote's id. It moves no points. */
export async function openQuote(
  database: Database,
  quote: { memberId: string; shopId: string; points: number },
): Promise<string> {
  const id = newId();
  await database.execute(
    sql`select id from open_quote(${id}::uuid, ${quote.memberId}::uuid, ${quote.shopId}::uuid, ${quote.points}::int, ${LIFETIME}::interval)`,
  );
  return id;
}
