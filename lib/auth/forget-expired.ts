import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Sign-ins and sessions that ended a day ago are of no use to anybody; at most `atOnce` of each kind go now. Rows that others hold are left to them. */
export async function forgetExpired(at: Date, atOnce: number): Promise<void> {
  const before = new Date(at.getTime() - 24 * 60 * 60 * 1000).toISOString();
  for (const table of [
    "sign_in_attempts",
    "member_sessions",
    "staff_sessions",
    "staff_challenges",
    "provider_logouts",
    "member_challenges",
  ]) {
    const name = sql.identifier(table);
    await db.execute(sql`delete from ${name} where ctid in
      (select ctid from ${name} where expires_at < ${before}::timestamptz limit ${atOnce} for update skip locked)`);
  }
}
