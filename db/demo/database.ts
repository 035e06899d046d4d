import path from "node:path";
import type { Sql } from "postgres";
import { findBookState } from "../book-state";
import { removeCluster, startPostgres, stopPostgres } from "../embedded";
import { type AppLogin, findAppLogin } from "./app-login";
import { decideGivenBook, givenBookSentences } from "./decide-given-book";
import { secretsOpenBook } from "./open-book";
import { dataFolder } from "./settings";
import { withSql } from "./with-sql";

export interface DemoDatabase {
  /** Whom the app connects as. */
  appUrl: string;
  /** Whom the migrations and the seed's clock connect as. */
  migrationUrl: string;
  /** Is there a demo in it, complete? */
  isSeeded(): Promise<boolean>;
  /** To be called when the seed is through: half a seed is no demo. */
  markSeeded(): Promise<void>;
}

const NAME = "komapo";
const SEEDED = "demo, seeded";
const folder = path.join(dataFolder, "pg");

const findMark = (sql: Sql) => sql`
  select shobj_description(oid, 'pg_database') as mark from pg_database where datname = ${NAME}`;

/**
 * The embedded Postgres with the database `komapo`. A database without the mark of a finished seed is half made, and one
 * whose secrets are gone (`keepData` false) cannot be read any more: both are made anew.
 */
export async function startEmbeddedDatabase(keepData: boolean, say: (line: string) => void): Promise<DemoDatabase> {
  const server = await startPostgres({ dir: folder, say });
  if (server.reused) say("The database of the last run was still running and is taken over.");
  const admin = `${server.url}/postgres`;
  await withSql(admin, async (sql) => {
    const [database] = await findMark(sql);
    if (keepData && database?.mark === SEEDED) return;
    await sql.unsafe(`drop database if exists ${NAME} with (force)`);
    await sql.unsafe(`create database ${NAME}`);
  });
  return {
    appUrl: `${server.url.replace("postgres@", "komapo_app@")}/${NAME}`,
    migrationUrl: `${server.url}/${NAME}`,
    isSeeded: () => withSql(admin, async (sql) => (await findMark(sql))[0]?.mark === SEEDED),
    markSeeded: () =>
      withSql(admin, async (sql) => void (await sql.unsafe(`comment on database ${NAME} is '${SEEDED}'`))),
  };
}

export const stopEmbeddedDatabase = () => stopPostgres(folder);

export const removeEmbeddedData = () => removeCluster(folder);

/** Resolves to whether the book is a whole demo; throws where the demo must not touch it. */
async function judgeBook(migrationUrl: string, secrets: Record<string, string>): Promise<boolean> {
  return withSql(migrationUrl, async (sql) => {
    await sql`set role komapo_owner`;
    const decision = decideGivenBook(await findBookState(sql), await secretsOpenBook(sql, secrets));
    if (decision !== "seed" && decision !== "serve") throw new Error(givenBookSentences[decision]);
    return decision === "serve";
  });
}

const reach = <T>(work: Promise<T>): Promise<T> =>
  work.catch((thrown: unknown) => {
    throw new Error(
      `The database of DATABASE_URL cannot be used: ${thrown instanceof Error ? thrown.message : thrown}`,
    );
  });

const hasBook = (url: string): Promise<boolean> =>
  withSql(url, async (sql) => {
    const [clock] = await sql`select to_regclass('public.city_clock') is not null as is_there`;
    return clock?.is_there === true;
  });

/**
 * A Postgres that is already there. Its data is never thrown away: only an empty book is seeded, and only a whole demo that `secrets` open
 * is served; one that is refused stays as it is, its version included, and so do the server's roles. `migrate` runs before the app's role is given a
 * password, because it makes the roles.
 */
export async function openGivenDatabase(
  given: { databaseUrl: string; migrationUrl: string | undefined; secrets: Record<string, string> },
  migrate: (url: string) => Promise<unknown>,
): Promise<DemoDatabase> {
  const migrationUrl = given.migrationUrl ?? given.databaseUrl;
  if (await reach(hasBook(migrationUrl))) await judgeBook(migrationUrl, given.secrets);
  const login: AppLogin = given.migrationUrl
    ? { url: given.databaseUrl }
    : await findAppLogin(given.databaseUrl, given.secrets);
  await reach(migrate(migrationUrl));
  const isSeeded = await judgeBook(migrationUrl, given.secrets);
  await login.setPassword?.();
  return { appUrl: login.url, migrationUrl, isSeeded: async () => isSeeded, markSeeded: async () => undefined };
}
