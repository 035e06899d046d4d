import type { Sql } from "postgres";

/** What stands in the way of a seed; `ready` where nothing does. */
export type BookState = "ready" | "already_seeded" | "half_seeded" | "not_a_demo";

/** How far a seed came in this book. `sql` acts as the owner. */
export async function findBookState(sql: Sql): Promise<BookState> {
  const [found] = await sql<{ kind: string | null; offset: number; isUsed: boolean }[]>`
    select (select kind from books where is_current) as kind, offset_seconds::float8 as offset,
           exists (select from accounts) as "isUsed"
      from city_clock`;
  if (!found) throw new Error("The database has no city clock: migrate it first.");
  if (found.kind !== null && found.kind !== "demo") return "not_a_demo";
  // Only a seed under way is behind the clock.
  if (found.offset < 0) return "half_seeded";
  return found.isUsed ? "already_seeded" : "ready";
}
