import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { newId } from "@/lib/shared/ids";
import { runPosting } from "./run-posting";

export type GrantOrder = {
  /** What makes this grant one event; a repeat of it posts nothing and gives the first transfer. */
  eventKey: string;
  memberAccountId: number;
  programmeId: string;
  /** Whole points, more than zero; 1 point = 1 yen. */
  points: number;
  /** The last spendable day, `YYYY-MM-DD` in Asia/Tokyo. */
  expiresOn: string;
  activityId: string | null;
  codeId: string | null;
  happenedAt: Date;
  /** `member:<id>`, `staff:<id>` or `system:<name>`. */
  actor: string;
};

/** Grants points as one lot, within the programme's hard budget. May refuse `budget_exhausted`, `event_key_conflict`. */
export function postGrant(database: Database, order: GrantOrder) {
  const id = newId();
  return runPosting(
    database,
    id,
    sql`select public_id, points, balance_after, recorded_at from post_grant(
      ${id}::uuid, ${order.eventKey}, ${order.memberAccountId}::bigint, ${order.programmeId}::uuid, ${order.points}::int,
      ${order.expiresOn}::date, ${order.activityId}::uuid, ${order.codeId}::uuid, ${order.happenedAt.toISOString()}::timestamptz, ${order.actor})`,
  );
}
