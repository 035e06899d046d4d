import { readFileSync } from "node:fs";
import postgres from "postgres";
import { expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { adminSql, adminUrl, appSql, migratorUrl } from "../../support/database";
import { addMember, addStaff, MAY_DAY } from "../../support/staff-fixtures";

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

test("who linked a member before links were kept is bound by it after, though they had taken it away", () =>
  withEmptyDatabase(async (url) => {
    await migrateDatabase(url);
    const old = postgres(url, { max: 1, onnotice: () => undefined });
    const { staffId } = await addStaff(old);
    const [{ memberId: taken }, { memberId: kept }] = [await addMember(old), await addMember(old)];
    await old`drop table staff_member_links cascade`;
    await old`update staff set member_id = ${kept} where id = ${staffId}`;
    await old`insert into audit_entries (recorded_at, staff_id, act, outcome, target_kind, after)
      values (${MAY_DAY}, ${staffId}, 'link_member', 'done', 'staff', ${old.json({ memberId: taken })})`;
    const migration = new URL("../../../drizzle/0007_staff_member_links.sql", import.meta.url);
    await old.unsafe(readFileSync(migration, "utf8")).simple();
    const bound = await old`select member_id as id from staff_member_links where staff_id = ${staffId}`;
    await old.end();
    expect(new Set(bound.map(({ id }) => id))).toEqual(new Set([taken, kept]));
  }));

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
