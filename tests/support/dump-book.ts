import type { Sql } from "postgres";

/** Every row of every table of this database, as a dump would write it. */
export async function dumpBook(admin: Sql): Promise<Buffer> {
  const tables = await admin<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'drizzle') and table_type = 'BASE TABLE'`;
  const parts: Buffer[] = [];
  for (const { name } of tables) {
    const rows = await admin.unsafe(`select t::text as row from ${name} t`);
    parts.push(Buffer.from(rows.map(({ row }) => String(row)).join("\n")));
  }
  return Buffer.concat(parts);
}
