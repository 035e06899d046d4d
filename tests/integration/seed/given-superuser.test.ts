import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { openGivenDatabase } from "@/db/demo/database";
import { appLoginRefusal } from "@/db/demo/decide-app-login";
import { withSql } from "@/db/demo/with-sql";
import type { EmbeddedPostgres } from "@/db/embedded";
import { migrateDatabase } from "@/db/migrate";
import { onServer, startTestCluster } from "../../support/cluster";
import { testEnvironment } from "../../support/test-environment";

/** As another checkout's would be: it derives another password. */
const OTHERS = { ...testEnvironment, INDEX_KEY: Buffer.alloc(32, 9).toString("base64") };

let server: EmbeddedPostgres;
let databases = 0;
let database = "";

const addressOf = (user: string) => `${server.url.replace("postgres@", `${user}@`)}/${database}`;
const connectAs = (address: string) =>
  withSql(address, async (sql) => (await sql`select current_user as name`)[0]?.name).catch(({ code }) => code);

/** A salted hash: it differs after every change, even to the same password. Undefined: no such role. */
const readPassword = () =>
  onServer(server.url, async (sql) => {
    const [role] = await sql`select rolpassword from pg_authid where rolname = 'komapo_app'`;
    return role?.rolpassword as string | null | undefined;
  });

const open = (secrets: Record<string, string> = testEnvironment, user = "postgres") =>
  openGivenDatabase({ databaseUrl: addressOf(user), migrationUrl: undefined, secrets }, migrateDatabase);

const isUntouched = () =>
  withSql(
    addressOf("postgres"),
    async (sql) => (await sql`select from pg_tables where schemaname = 'public'`).count === 0,
  );

// Roles belong to the whole server: this one is our own, and asks all but its superuser for a password.
beforeAll(async () => {
  server = await startTestCluster({ fast: true });
  const rules = path.join(server.dir, "pg_hba.conf");
  const ours = "host all postgres,maker all trust\nhost all all all scram-sha-256\n";
  writeFileSync(rules, `${ours}${readFileSync(rules, "utf8")}`);
  await onServer(server.url, (sql) => sql`select pg_reload_conf()`);
  database = "postgres";
  await vi.waitUntil(async () => (await connectAs(addressOf("nobody"))) === "28P01");
});
afterAll(() => server.stop());

beforeEach(async () => {
  databases += 1;
  database = `given_${databases}`;
  await onServer(server.url, (sql) => sql.unsafe(`create database ${database}`));
});

test("the first start makes the app's role, and a password with which the app logs in", async () => {
  expect(await readPassword()).toBeUndefined();
  const { appUrl, migrationUrl } = await open();
  expect(await connectAs(appUrl)).toBe("komapo_app");
  expect(migrationUrl).toBe(addressOf("postgres"));
});

test("every later start uses the password that the first one set, on another database of the server too", async () => {
  const before = await readPassword();
  const first = await open();
  const second = await open();
  expect([await connectAs(first.appUrl), await connectAs(second.appUrl)]).toEqual(["komapo_app", "komapo_app"]);
  expect(await readPassword()).toBe(before);
});

test("a role that has another's password keeps it: the demo refuses in one sentence and leaves the database empty", async () => {
  const before = await readPassword();
  await expect(open(OTHERS)).rejects.toThrow(appLoginRefusal);
  expect(await readPassword()).toBe(before);
  expect(await isUntouched()).toBe(true);
});

test("who may make roles but cannot see whether one has a password changes none", async () => {
  await onServer(server.url, (sql) => sql`create role maker login createrole`);
  await onServer(server.url, (sql) => sql`alter role komapo_app password null`);
  await expect(open(testEnvironment, "maker")).rejects.toThrow(appLoginRefusal);
  expect(await readPassword()).toBeNull();
});

test("a role that is there without a password is given one", async () => {
  expect(await readPassword()).toBeNull();
  const { appUrl } = await open();
  expect(await connectAs(appUrl)).toBe("komapo_app");
});

test("a role that somebody shut stays shut", async () => {
  await onServer(server.url, (sql) => sql`alter role komapo_app nologin password null`);
  await expect(open()).rejects.toThrow(appLoginRefusal);
  expect(await readPassword()).toBeNull();
  expect(await isUntouched()).toBe(true);
});

test("the sentence that refuses names both addresses to give, and is one", () => {
  expect(appLoginRefusal).toMatch(/DATABASE_URL.*MIGRATION_DATABASE_URL[^.]*\.$/);
  expect(appLoginRefusal.match(/\. /g)).toBeNull();
});
