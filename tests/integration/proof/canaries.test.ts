import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { signInMember } from "@/lib/auth/sign-in-member";
import { checkout } from "../../../db/postgres-binaries";
import { useBrowser } from "../../support/browser";
import { findIn, makeCanaries } from "../../support/canaries";
import { adminSql, adminUrl } from "../../support/database";
import { askCode, from, wrong } from "../../support/sign-in";
import { addStaff, MAY_DAY } from "../../support/staff-fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const server = postgres(new URL("/postgres", adminUrl()).href, { max: 1, onnotice: () => undefined });
afterAll(() => server.end());

const canaries = makeCanaries();
/** Public, and so in every file: without it nothing would show that the search finds anything. */
const open = { section: "政策室" };

function plant() {
  const node = ["--conditions=react-server", "--import", "tsx", "tests/support/plant-canaries.ts"];
  const env = { ...process.env, CANARIES: JSON.stringify(canaries), LOG_LEVEL: "trace" };
  return spawnSync(process.execPath, node, { cwd: checkout, env, encoding: "buffer", maxBuffer: 64 * 1024 * 1024 });
}

/** Somebody asks for a code, types a wrong one, then the right one. */
async function signIn(): Promise<void> {
  useBrowser();
  const typed = await askCode({ email: canaries.attemptEmail, at: MAY_DAY });
  expect(await signInMember({ ...typed, code: wrong(typed.code) }, from(), MAY_DAY)).toMatchObject({ ok: false });
  expect(await signInMember(typed, from(), MAY_DAY)).toMatchObject({ ok: true });
}

/** Every row of every table, as a dump would write it. */
async function dump(): Promise<Buffer> {
  const tables = await admin<{ name: string }[]>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'drizzle') and table_type = 'BASE TABLE'`;
  const parts: Buffer[] = [];
  for (const { name } of tables) {
    const rows = await admin.unsafe(`select t::text as row from ${name} t`);
    parts.push(Buffer.from(rows.map(({ row }) => String(row)).join("\n")));
  }
  return Buffer.concat(parts);
}

/** The files below a folder, one by one: a write-ahead log alone is sixteen megabytes. */
function* filesBelow(folder: string): Generator<[string, Buffer]> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) yield [file, readFileSync(file)];
  }
}

test("a canary in every personal field is in no log, dump, write-ahead log or database file", async () => {
  await addStaff(admin);
  await signIn();
  const { status, stdout, stderr } = plant();
  expect([status, stderr.toString()]).toEqual([0, "22012\n".repeat(Object.keys(canaries).length)]);
  const said = Buffer.concat([stdout, stderr]);
  expect(said.toString()).toContain("planted");
  expect(findIn(said, canaries)).toEqual([]);

  const [row] = await admin`select count(*)::int as many from members where phone_encrypted is not null`;
  expect(row?.many).toBe(1);
  const whole = await dump();
  expect(findIn(whole, open)).toEqual(["section"]);
  expect(findIn(whole, canaries)).toEqual([]);

  await admin`checkpoint`;
  const [at] = await admin<{ folder: string; database: string }[]>`
    select current_setting('data_directory') as folder, (select oid::text from pg_database where datname = current_database()) as database`;
  if (!at) throw new Error("the server says nothing of itself");
  const seen: string[] = [];
  for (const part of [`base/${at.database}`, "pg_wal", "global"]) {
    for (const [file, bytes] of filesBelow(path.join(at.folder, part))) {
      if (findIn(bytes, open).length > 0) seen.push(part);
      expect(findIn(bytes, canaries), file).toEqual([]);
    }
  }
  expect(new Set(seen)).toEqual(new Set([`base/${at.database}`, "pg_wal"]));
  for (const [file, bytes] of filesBelow(path.dirname(at.folder))) {
    if (file.endsWith(".log")) expect(findIn(bytes, canaries), file).toEqual([]);
  }
});
