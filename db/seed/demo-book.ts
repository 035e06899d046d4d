import type { Sql } from "postgres";
import type { BookState } from "@/db/book-state";
import { newId } from "@/lib/shared/ids";
import { groups, type SectionName, sections } from "./data/staff";

export const bookSentences: Record<Exclude<BookState, "ready">, string> = {
  already_seeded: "This demo book is in use already, so it is left as it is.",
  half_seeded: "An earlier seed did not come to its end: empty the database, then seed it again.",
  not_a_demo: "The current book is not a demo book, so nothing is seeded into it.",
};

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
