import type { Sql, TransactionSql } from "postgres";
import { type SealKeys, seal, unseal } from "../lib/shared/seal";
import { type PlainColumn, plainColumns } from "./plain-columns";

async function findPlain(sql: Sql): Promise<PlainColumn[]> {
  const found = await sql<{ table: string; plain: string }[]>`
    select table_name as table, column_name as plain from information_schema.columns where table_schema = 'public'`;
  return plainColumns.filter((one) => found.some(({ table, plain }) => table === one.table && plain === one.plain));
}

/**
 * Throws unless `keys` open what a book with plain words holds sealed already, one address of each key that is in use: words sealed with any other
 * key would be lost with their plain column. To be asked before anything changes; a book of nobody needs no keys.
 */
export async function assertSealable(sql: Sql, keys: () => SealKeys): Promise<void> {
  if ((await findPlain(sql)).length === 0) return;
  const held = await sql<{ sealed: Buffer | null }[]>`
    select distinct on (substring(sealed from 1 for get_byte(sealed, 0) + 1)) sealed
      from (select nullif(email_encrypted, '') as sealed from members union all select nullif(email_encrypted, '') from staff) people`;
  if (held.length === 0) return;
  const given = keys();
  if (held.every(({ sealed }) => sealed === null || tryUnseal(given, sealed) !== undefined)) return;
  throw new Error(
    "FIELD_KEYS does not open what this book holds, so nothing is sealed with it. Migrate with the app's own FIELD_KEYS.",
  );
}

function tryUnseal(keys: SealKeys, sealed: Uint8Array): string | undefined {
  try {
    return unseal(keys, sealed);
  } catch {
    return undefined;
  }
}

/**
 * Seals what is still plain and takes the plain column away, each in one transaction: a book that is migrated again goes on where it stopped. SQL
 * holds no key, so this is no migration's; `keys` is asked only where there is somebody to seal for, and throws where there is none.
 * What the audit told of suspensions in plain words stays: nothing is ever taken out of it (law 2).
 */
export async function sealPlainText(sql: Sql, keys: () => SealKeys): Promise<void> {
  await assertSealable(sql, keys);
  for (const column of await findPlain(sql)) await sql.begin((tx) => moveColumn(tx, column, keys));
}

async function moveColumn(tx: TransactionSql, column: PlainColumn, keys: () => SealKeys): Promise<void> {
  const [table, plain, sealed] = [tx(column.table), tx(column.plain), tx(column.sealed)];
  await tx`lock table ${table} in access exclusive mode`;
  // Of whoever left while their words were still plain nothing comes back.
  const rows = await tx<{ id: string; text: string }[]>`
    with recursive gone (id) as (
      select id from members where state = 'left' union select m.id from members m join gone on m.merged_into_id = gone.id
    ) select t.id, t.${plain} as text from ${table} t
       where t.${plain} <> '' and t.${sealed} is null and not exists (select from gone where gone.id = ${tx.unsafe(column.who)})`;
  const words = rows.map(({ text }) => seal(keys(), text).toString("hex"));
  const kept = await tx<{ text: string; words: Buffer }[]>`update ${table} t set ${sealed} = decode(s.words, 'hex')
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${words}::text[]) s (id, words) where t.id = s.id
    returning t.${plain} as text, t.${sealed} as words`;
  if (kept.length < rows.length || kept.some((row) => tryUnseal(keys(), row.words) !== row.text))
    throw new Error(`A word of ${column.table}.${column.plain} does not open again, so all of them stay as they are.`);
  await tx`set constraints all immediate`;
  await tx`alter table ${table} drop column ${plain}`;
  // A dropped column's words stay in the table's file until its rows are written anew: this writes all of them.
  await tx`alter table ${table} alter column ${sealed} type bytea using ${sealed} || ''::bytea`;
}
