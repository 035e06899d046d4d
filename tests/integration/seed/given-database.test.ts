import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { givenBookSentences } from "@/db/demo/decide-given-book";
import { migrateDatabase } from "@/db/migrate";
import { openCityClock } from "@/db/seed/city-clock";
import { seedDemo } from "@/db/seed/seed-demo";
import { adminSql, adminUrl, appUrl, migratorUrl } from "../../support/database";
import { testEnvironment } from "../../support/test-environment";

const admin = adminSql();
const clock = openCityClock(migratorUrl());
const dataFolder = mkdtempSync(path.join(tmpdir(), "demo-secrets-"));
// Loaded after it is set: the checkout's own demo keeps its secrets.
process.env.DEMO_DATA_DIR = dataFolder;
const { openGivenDatabase } = await import("@/db/demo/database");
const { readSecrets } = await import("@/db/demo/settings");

afterAll(async () => {
  await clock.end();
  rmSync(dataFolder, { recursive: true });
});

let migrations = 0;

/** As the demo opens it; resolves to whether it holds a whole demo. */
async function open(secrets: Record<string, string>): Promise<boolean> {
  const given = { databaseUrl: appUrl(), migrationUrl: migratorUrl(), secrets };
  // A copy of the template does not belong to the owner as a real database does, so the superuser migrates.
  const migrate = () => {
    migrations += 1;
    return migrateDatabase(adminUrl());
  };
  return (await openGivenDatabase(given, migrate)).isSeeded();
}

/** A seed that is cut short when its programmes and shops are made, before its first member. */
async function seedHalf(): Promise<void> {
  const say = (line: string) => {
    if (line.includes("programmes and")) throw new Error("cut short");
  };
  await expect(seedDemo(clock, { memberCount: 1, say })).rejects.toThrow("cut short");
}

test("an empty database is to be seeded", async () => {
  expect(await open(testEnvironment)).toBe(false);
});

test("half a seed is refused, with a sentence that says to empty the database, and is not served the second time either", async () => {
  await seedHalf();
  await expect(open(testEnvironment)).rejects.toThrow(givenBookSentences.half_seeded);
  await expect(open(testEnvironment)).rejects.toThrow(givenBookSentences.half_seeded);
});

test("the same book is served when its seed has come to its end", async () => {
  // The last thing that a seed does.
  await clock.backToNow();
  expect(await open(testEnvironment)).toBe(true);
});

test("secrets that were just made are refused a book that others sealed, and refused again when they lie there from the first time", async () => {
  const first = readSecrets();
  await expect(open(first.secrets)).rejects.toThrow(givenBookSentences.other_secrets);
  const second = readSecrets();
  expect([first.isNew, second.isNew]).toEqual([true, false]);
  await expect(open(second.secrets)).rejects.toThrow(givenBookSentences.other_secrets);
});

test.each(["FIELD_KEYS", "INDEX_KEY"])("another %s alone is refused", async (name) => {
  const { secrets } = readSecrets();
  await expect(open({ ...testEnvironment, [name]: secrets[name] ?? "" })).rejects.toThrow(
    givenBookSentences.other_secrets,
  );
});

test("what is no key at all is refused", async () => {
  await expect(open({ ...testEnvironment, FIELD_KEYS: "none" })).rejects.toThrow(givenBookSentences.other_secrets);
});

test("a book that is no demo is refused before it is brought to this version", async () => {
  await admin`update books set kind = 'closed_test'`;
  const before = migrations;
  await expect(open(testEnvironment)).rejects.toThrow(givenBookSentences.not_a_demo);
  expect(migrations).toBe(before);
});

test("where the server asks for no password, a superuser's address alone gives the app its role, and the role no password", async () => {
  await admin`update books set kind = 'demo'`;
  const given = { databaseUrl: adminUrl(), migrationUrl: undefined, secrets: testEnvironment };
  const { appUrl: found } = await openGivenDatabase(given, migrateDatabase);
  expect(new URL(found).username).toBe("komapo_app");
  const [role] = await admin`select rolpassword from pg_authid where rolname = 'komapo_app'`;
  expect(role?.rolpassword).toBeNull();
});
