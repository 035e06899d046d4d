import type { Sql } from "postgres";
import { newId } from "@/lib/shared/ids";
import { groups, type SectionName, sections } from "./data/staff";

/** What stands in the way of a seed; `ready` where nothing does. */
export type BookState = "ready" | "already_seeded" | "half_seeded" | "not_a_demo";

export const bookSentences: Record<Exclude<BookState, "ready">, string> = {
  already_seeded: "This demo book is in use already, so it is left as it is.",
  half_seeded: "An earlier seed did not come to its end: start over with an empty database (npm run demo -- --fresh).",
  not_a_demo: "The current book is not a demo book, so nothing is seeded into it.",
};

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

/** Opens the demo book where there is none. */
export async function openDemoBook(sql: Sql): Promise<void> {
  await sql`
    insert into books (id, kind, name, is_current)
    select 1, 'demo', 'デモ', true where not exists (select from books where is_current)`;
}

/** The sections of the city hall, by name; outside groups are made beside them. */
export async function openSections(sql: Sql): Promise<Map<SectionName, string>> {
  for (const name of sections)
    await sql`insert into sections (id, name) values (${newId()}, ${name}) on conflict do nothing`;
  for (const name of groups)
    await sql`insert into sections (id, name, kind) values (${newId()}, ${name}, 'group') on conflict do nothing`;
  const rows = await sql<{ id: string; name: SectionName }[]>`select id, name from sections where kind = 'section'`;
  return new Map(rows.map(({ id, name }) => [name, id]));
}
