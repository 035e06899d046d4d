import type { Sql } from "postgres";

/** A fault of the ledger, made on purpose in the database that `sql` is a superuser of. */
export interface PlantedBug {
  name: string;
  /** The name of the check that must find it: the first of the suite that it breaks. */
  caughtBy: string;
  plant(sql: Sql, database: string): Promise<unknown>;
}

/** Changes a function as it stands in the catalog. A text that is not in it is an error, so that no bug is planted in vain. */
export async function rewrite(sql: Sql, name: string, from: string | RegExp, to: string): Promise<void> {
  const [found] = await sql<{ text: string }[]>`
    select pg_get_functiondef(oid) as text from pg_proc
     where proname = ${name} and pronamespace = 'public'::regnamespace`;
  const planted = found?.text.replace(from, to);
  if (!planted || planted === found?.text) throw new Error(`${name} does not hold what the bug changes`);
  await sql.unsafe(planted);
}

/** Replaces all that a function does. In a replacement `$$` is one `$`. */
export const replaceBody = (sql: Sql, name: string, body: string) =>
  rewrite(sql, name, /\$function\$[\s\S]*\$function\$/, `$$function$$ ${body} $$function$$`);
