import postgres from "postgres";
import { expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { adminSql, adminUrl, appSql, migratorUrl } from "../../support/database";

const admin = adminSql();

/** An empty database next to this file's own, gone with `use`. */
async function withEmptyDatabase(use: (url: string) => Promise<void>): Promise<void> {
  const name = `empty_${process.pid}_${Math.floor(performance.now())}`;
  await admin.unsafe(`create database ${name}`);
  try {
    await use(adminUrl().replace(/\/[^/]+$/, `/${name}`));
  } finally {
    await admin.unsafe(`drop database ${name} with (force)`);
  }
}

test("migrating a migrated database again changes nothing", async () => {
  expect(await migrateDatabase(adminUrl())).toEqual({ functionsApplied: false });
});

test("three migrations of an empty database at once all succeed, and one of them does the work", () =>
  withEmptyDatabase(async (url) => {
    const done = await Promise.all([migrateDatabase(url), migrateDatabase(url), migrateDatabase(url)]);
    expect(done.filter((one) => one.functionsApplied)).toHaveLength(1);
  }));

test("once the roles exist, the migrator alone can migrate", () =>
  withEmptyDatabase(async (url) => {
    await migrateDatabase(url);
    const target = postgres(url, { max: 1 });
    await target`update drizzle.function_files set hash = 'another'`;
    await target.end();
    const asMigrator = url.replace("postgres@", "komapo_migrator@");
    expect(await migrateDatabase(asMigrator)).toEqual({ functionsApplied: true });
  }));

test("a function file that changed is applied again", async () => {
  await admin`update drizzle.function_files set hash = 'another' where name = '90-grants.sql'`;
  expect(await migrateDatabase(migratorUrl())).toEqual({ functionsApplied: true });
});

test("everything in the schema belongs to the owner, who cannot log in", async () => {
  const strangers = await admin`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'drizzle') and pg_get_userbyid(c.relowner) <> 'komapo_owner'
    union all
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'public' and pg_get_userbyid(p.proowner) <> 'komapo_owner'`;
  expect([...strangers]).toEqual([]);
  const [owner] = await admin`select rolcanlogin, rolsuper from pg_roles where rolname = 'komapo_owner'`;
  expect(owner).toEqual({ rolcanlogin: false, rolsuper: false });
});

test("the app can neither make tables nor become the owner", async () => {
  const app = appSql();
  await expect(app`create table public.mine (id int)`).rejects.toMatchObject({ code: "42501" });
  await expect(app`set role komapo_owner`).rejects.toMatchObject({ code: "42501" });
  await expect(app`set role komapo_migrator`).rejects.toMatchObject({ code: "42501" });
});
