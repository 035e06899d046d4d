import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** How long a health check waits for the database, in milliseconds. */
const PATIENCE = 2_000;

/** Whether the database answers now. Never throws: "no" is an answer here. */
export async function isDatabaseReady(): Promise<boolean> {
  const answered = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, wait(PATIENCE, false, { ref: false })]);
}
