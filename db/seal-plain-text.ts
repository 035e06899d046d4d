import type { Sql, TransactionSql } from "postgres";
import { type SealKeys, seal } from "../lib/shared/seal";

/** What books of before held as plain text, and where it is kept since. */
const moved = [
  ["members", "nickname", "nickname_encrypted"],
  ["member_suspensions", "reason", "reason_encrypted"],
  ["member_suspensions", "end_reason", "end_reason_encrypted"],
  ["member_appeals", "answer", "answer_encrypted"],
  ["member_passkeys", "label", "label_encrypted"],
  ["staff_passkeys", "label", "label_encrypted"],
] as const;

/**
 * Seals what is still plain and takes the plain column away, each in one transaction: a book that is migrated again goes on where it stopped. SQL
 * holds no key, so this is no migration's; `keys` is asked only where there is something to seal, and throws where there is none.
 */
export async function sealPlainText(sql: Sql, keys: () => SealKeys): Promise<void> {
  for (const [table, plain, sealed] of moved) {
    const [found] = await sql`select from information_schema.columns
      where table_schema = 'public' and table_name = ${table} and column_name = ${plain}`;
    if (found) await sql.begin((tx) => moveColumn(tx, { table, plain, sealed }, keys));
  }
}

type Move = { table: string; plain: string; sealed: string };

async function moveColumn(tx: TransactionSql, { table, plain, sealed }: Move, keys: () => SealKeys): Promise<void> {
  await tx`lock table ${tx(table)} in access exclusive mode`;
  const rows = await tx<{ id: string; text: string }[]>`
    select id, ${tx(plain)} as text from ${tx(table)} where ${tx(plain)} <> '' and ${tx(sealed)} is null`;
  const words = rows.map(({ text }) => seal(keys(), text).toString("hex"));
  await tx`update ${tx(table)} t set ${tx(sealed)} = decode(s.words, 'hex')
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${words}::text[]) s (id, words) where t.id = s.id`;
  await tx`set constraints all immediate`;
  await tx`alter table ${tx(table)} drop column ${tx(plain)}`;
  // A dropped column's words stay in the table's file until its rows are written anew: this writes all of them.
  await tx`alter table ${tx(table)} alter column ${tx(sealed)} type bytea using ${tx(sealed)} || ''::bytea`;
}
