import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres, { type Sql } from "postgres";
import { fieldKeys, firstBook, migrationDatabaseUrl } from "../lib/env";
import type { SealKeys } from "../lib/shared/seal";
import { assertSealable, sealPlainText } from "./seal-plain-text";

const here = path.dirname(fileURLToPath(import.meta.url));
const migrationsFolder = path.join(here, "..", "drizzle");
const functionsFolder = path.join(here, "functions");

/** Two migrations at once wait for each other; drizzle's own migrator takes no lock. */
const MIGRATION_LOCK = 6_051_201;

interface SourceFile {
  name: string;
  text: string;
  hash: string;
}

function readSource(folder: string, name: string): SourceFile {
  const text = readFileSync(path.join(folder, name), "utf8");
  return { name, text, hash: createHash("sha256").update(text).digest("hex") };
}

async function ensureRoles(sql: Sql): Promise<void> {
  const [may] = await sql<{ create: boolean; ready: boolean }[]>`
    select rolsuper or rolcreaterole as create, exists (select from pg_roles where rolname = 'komapo_owner') as ready
    from pg_roles where rolname = current_user`;
  if (may?.create) await sql.unsafe(readFileSync(path.join(here, "roles.sql"), "utf8")).simple();
  else if (!may?.ready)
    throw new Error("The database has no role komapo_owner: its administrator must run db/roles.sql once.");
}

/** New tables need their grants, so a new migration re-applies the functions too: the journal is one of the files compared. */
async function applyFunctions(sql: Sql): Promise<boolean> {
  const functions = readdirSync(functionsFolder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => readSource(functionsFolder, name));
  const wanted = [...functions, readSource(migrationsFolder, "meta/_journal.json")];
  await sql`create table if not exists drizzle.function_files (name text primary key, hash text not null)`;
  const applied = await sql<{ name: string; hash: string }[]>`select name, hash from drizzle.function_files`;
  const hashes = new Map(applied.map((file) => [file.name, file.hash]));
  if (applied.length === wanted.length && wanted.every((file) => hashes.get(file.name) === file.hash)) return false;
  await sql.begin(async (tx) => {
    for (const file of functions) await tx.unsafe(file.text).simple();
    await tx`delete from drizzle.function_files`;
    await tx`insert into drizzle.function_files ${tx(wanted.map(({ name, hash }) => ({ name, hash })))}`;
  });
  return true;
}

/**
 * Brings the database at `url` to the state of this checkout: roles, tables, functions and grants. Safe to repeat and to run
 * several times at once. `url` is a user who may create roles (first time, demo, tests) or komapo_migrator.
 * `keys` opens FIELD_KEYS, for a book whose words are still to be sealed. Resolves to whether the functions were applied again.
 */
export async function migrateDatabase(
  url: string,
  keys: () => SealKeys = fieldKeys,
): Promise<{ functionsApplied: boolean }> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await ensureRoles(sql);
    await sql`set role komapo_owner`;
    await assertSealable(sql, keys);
    await migrate(drizzle(sql), { migrationsFolder });
    const functionsApplied = await applyFunctions(sql);
    await sealPlainText(sql, keys);
    return { functionsApplied };
  } finally {
    await sql.end();
  }
}

/** Opens the first book of a database; where one is current it stays: going live is an act of its own. Resolves to the current one's kind. */
export async function openFirstBook(
  url: string,
  kind: "closed_test" | "real" | "demo" | undefined,
): Promise<string | undefined> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await sql`set role komapo_owner`;
    if (kind) {
      await sql`insert into books (id, kind, name, is_current) select 1, ${kind}, ${kind}, true
        where not exists (select from books) on conflict do nothing`;
    }
    const [current] = await sql<{ kind: string }[]>`select kind from books where is_current`;
    return current?.kind;
  } finally {
    await sql.end();
  }
}

if (import.meta.main) {
  const { functionsApplied } = await migrateDatabase(migrationDatabaseUrl());
  const book = await openFirstBook(migrationDatabaseUrl(), firstBook());
  process.stdout.write(
    `The database is up to date${functionsApplied ? "; functions and grants were applied again" : ""}. ` +
      `${book ? `Its book is ${book}` : "It has no book yet: run this again with BOOK=closed_test or BOOK=real"}.\n`,
  );
}
