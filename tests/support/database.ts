import postgres, { type Sql } from "postgres";
import { afterAll } from "vitest";

function address(name: "DATABASE_URL" | "MIGRATION_DATABASE_URL" | "ADMIN_DATABASE_URL"): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: this is for integration tests, see tests/support/own-database.ts`);
  return url;
}

/** This test file's database as the app, the migrator and the superuser see it. */
export const appUrl = () => address("DATABASE_URL");
export const migratorUrl = () => address("MIGRATION_DATABASE_URL");
export const adminUrl = () => address("ADMIN_DATABASE_URL");

function connect(url: string): Sql {
  const sql = postgres(url, { max: 20, onnotice: () => undefined });
  afterAll(() => sql.end({ timeout: 1 }));
  return sql;
}

/** Raw SQL past the app's rights, to arrange and to look: ended with the test file. */
export const adminSql = () => connect(adminUrl());
/** Raw SQL with the app's rights: to show what the database refuses it. */
export const appSql = () => connect(appUrl());
