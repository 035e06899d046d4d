import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/shared/ids";
import { runPosting } from "./run-posting";

export type ForfeitOrder = {
  /** What makes it one event; a repeat of it posts nothing and gives the first transfer. */
  eventKey: string;
  memberAccountId: number;
  /** Whole points, more than zero: all of the wallet or part of it. */
  points: number;
  happenedAt: Date;
  actor: string;
};

/** Ends the points of a member who leaves. May refuse `insufficient_points`, `own_wallet`, `event_key_conflict`. */
export function postForfeit(tx: Transaction, order: ForfeitOrder) {
  const id = newId();
  return runPosting(
    tx,
    id,
    sql`select public_id, points, balance_after, recorded_at from post_forfeit(
      ${id}::uuid, ${order.eventKey}, ${order.memberAccountId}::bigint, ${order.points}::int,
      ${order.happenedAt.toISOString()}::timestamptz, ${order.actor})`,
  );
}
