import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { newId } from "@/lib/shared/ids";
import { runPosting } from "./run-posting";

export type Reversal = {
  transferId: string;
  /** Whole points to reverse; null for all of it. */
  points: number | null;
  actor: string;
  reason: string;
  /** How many days a refunded point lives when its own lot has expired (product rule 8: 30, a setting). */
  graceDays: number;
};

/**
 * Corrects a grant, a payment or an exchange with a transfer that names it, once; lots get back, or give, the very points.
 * May refuse `unknown_transfer`, `not_reversible`, `already_reversed`, `more_than_original`, `grant_already_spent`.
 */
export function reverseTransfer(database: Database, reversal: Reversal) {
  const id = newId();
  return runPosting(
    database,
    id,
    sql`select public_id, points, balance_after, recorded_at from reverse_transfer(
      ${id}::uuid, ${`reverse:${reversal.transferId}`}, ${reversal.transferId}::uuid, ${reversal.points}::int,
      ${reversal.actor}, ${reversal.reason}, ${reversal.graceDays}::int)`,
  );
}
