import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";

/**
 * Whether everybody whom this transaction touches keeps a way in (`keeps_a_way_in`, which else speaks at commit, too late for an answer). False has
 * poisoned the transaction.
 */
export async function keepWaysIn(tx: Transaction): Promise<boolean> {
  try {
    await tx.execute(sql`set constraints keeps_a_way_in immediate`);
    return true;
  } catch (thrown) {
    const fault = (thrown instanceof Error ? (thrown.cause ?? thrown) : {}) as { code?: unknown; message?: unknown };
    if (fault.code === "KP003" && fault.message === "last_way_in") return false;
    throw thrown;
  }
}
