import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { newId } from "@/lib/shared/ids";
import { runPosting } from "./run-posting";

export type ExchangeOrder = {
  /** What makes this exchange one event; a repeat of it posts nothing and gives the first transfer. */
  eventKey: string;
  memberAccountId: number;
  rewardAccountId: number;
  /** Whole points for all of its pieces. */
  points: number;
  happenedAt: Date;
  actor: string;
};

/** Takes points for goods, earliest-expiring first. May refuse `insufficient_points`, `own_wallet`, `event_key_conflict`. */
export function postExchange(database: Database, order: ExchangeOrder) {
  const id = newId();
  return runPosting(
    database,
    id,
    sql`select public_id, points, balance_after, recorded_at from post_exchange(
      ${id}::uuid, ${order.eventKey}, ${order.memberAccountId}::bigint, ${order.rewardAccountId}::bigint, ${order.points}::int,
      ${order.happenedAt.toISOString()}::timestamptz, ${order.actor})`,
  );
}
