import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** How long a process believes the offset it read, in milliseconds. On a real book it is zero for ever. */
const BELIEVED_FOR = 1000;

let read = { offsetMs: 0, at: Number.NEGATIVE_INFINITY };

/**
 * City time: the clock plus the one offset that demo and test books may carry. The only "now" in TypeScript;
 * `city_now()` is its twin in SQL. Read it at the edge (action, page) and pass it on as an argument.
 */
export async function cityNow(): Promise<Date> {
  if (performance.now() - read.at > BELIEVED_FOR) {
    const [row] = await db.execute<{ seconds: string }>(sql`select offset_seconds as seconds from city_clock`);
    read = { offsetMs: Number(row?.seconds ?? 0) * 1000, at: performance.now() };
  }
  return new Date(Date.now() + read.offsetMs);
}
