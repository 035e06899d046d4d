import { sql } from "drizzle-orm";
import type { db } from "@/db/client";
import { isUnderFirst, type SealKeys, seal, unseal } from "@/lib/shared/seal";
import { type SealedColumn, sealedColumns } from "./sealed-columns";

/** Rows read at a time: each is written by itself, so that nobody waits for more than one. */
const BATCH = 200;
/** What was changed under the rotation's hands is found in the next pass. */
const MOST_PASSES = 10;

type Held = Pick<typeof db, "execute">;
type Row = { id: string; sealed: Buffer };
export type Rotated = SealedColumn & {
  /** Sealed anew. */
  rows: number;
  /** Still under another key; zero unless somebody still writes with one. */
  left: number;
};

/** How what is sealed with the first key begins. */
const headOf = (keys: SealKeys): Buffer => {
  const id = keys[0]?.id ?? "";
  return Buffer.concat([Buffer.from([id.length]), Buffer.from(id, "ascii")]);
};

/**
 * Seals whatever another key sealed anew with the first of `keys`, column by column. May be ended and begun again at any time, and run while
 * the app reads and writes: a row is only exchanged for what it was made from. Throws where a row was sealed with a key that is not held.
 */
export async function rotateKeys(database: Held, keys: SealKeys): Promise<Rotated[]> {
  const done: Rotated[] = [];
  for (const column of sealedColumns) {
    let rows = 0;
    for (let pass = 0; pass < MOST_PASSES; pass += 1) {
      const exchanged = await rotateColumn(database, column, keys);
      rows += exchanged;
      if (exchanged === 0) break;
    }
    done.push({ ...column, rows, left: await countLeft(database, column, keys) });
  }
  return done;
}

const isOther = (column: string, head: Buffer) =>
  sql`substring(${sql.identifier(column)} from 1 for ${head.length}) <> ${head}`;

/** One walk through a column in the order of its ids. */
async function rotateColumn(database: Held, { table, column }: SealedColumn, keys: SealKeys): Promise<number> {
  const [from, field] = [sql.identifier(table), sql.identifier(column)];
  let after = "00000000-0000-0000-0000-000000000000";
  let exchanged = 0;
  for (;;) {
    const rows = await database.execute<Row>(sql`
      select id, ${field} as sealed from ${from}
       where id > ${after}::uuid and ${isOther(column, headOf(keys))} order by id limit ${BATCH}`);
    for (const { id, sealed } of rows) {
      const fresh = seal(keys, unseal(keys, sealed));
      const swapped = await database.execute(
        sql`update ${from} set ${field} = ${fresh} where id = ${id}::uuid and ${field} = ${sealed} returning 1`,
      );
      exchanged += swapped.length;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return exchanged;
    after = last.id;
  }
}

async function countLeft(database: Held, { table, column }: SealedColumn, keys: SealKeys): Promise<number> {
  const [left] = await database.execute<{ many: number }>(
    sql`select count(*)::int as many from ${sql.identifier(table)} where ${isOther(column, headOf(keys))}`,
  );
  return left?.many ?? 0;
}

/**
 * Open drafts whose invited address another key sealed, by when the last of them ends; its address goes with a draft's end. What was asked for never
 * changes, and so is not sealed anew.
 */
export async function findOldDrafts(
  database: Held,
  keys: SealKeys,
): Promise<{ many: number; until: Date | undefined }> {
  const open = await database.execute<{ sealed: string; expires_at: string }>(sql`
    select payload ->> 'emailSealed' as sealed, expires_at from approvals
     where state = 'pending' and payload ? 'emailSealed' order by expires_at`);
  const old = open.filter(({ sealed }) => !isUnderFirst(keys, Buffer.from(sealed, "base64")));
  const last = old.at(-1);
  return { many: old.length, until: last && new Date(last.expires_at) };
}
