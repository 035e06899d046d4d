import { spawnSync } from "node:child_process";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, test, vi } from "vitest";
import { signInMember } from "@/lib/auth/sign-in-member";
import { checkout } from "../../../db/postgres-binaries";
import { sendHeaders, useBrowser } from "../../support/browser";
import { BIRTH_YEAR, findIn, makeCanaries, makeReadable, tellsBirthYear } from "../../support/canaries";
import { adminSql, adminUrl } from "../../support/database";
import { dumpBook } from "../../support/dump-book";
import { filesBelow } from "../../support/files-below";
import { askCode, from, wrong } from "../../support/sign-in";
import { addStaff, MAY_DAY } from "../../support/staff-fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const server = postgres(new URL("/postgres", adminUrl()).href, { max: 1, onnotice: () => undefined });
afterAll(() => server.end());

const canaries = makeCanaries();
const readable = makeReadable();
/** Public, and so in every file: without it nothing would show that the search finds anything. */
const open = { section: "政策室" };

function plant() {
  const node = ["--conditions=react-server", "--import", "tsx", "tests/support/plant-canaries.ts"];
  const planted = { CANARIES: JSON.stringify(canaries), READABLE: JSON.stringify(readable) };
  const env = { ...process.env, ...planted, LOG_LEVEL: "trace" };
  return spawnSync(process.execPath, node, { cwd: checkout, env, encoding: "buffer", maxBuffer: 64 * 1024 * 1024 });
}

/** Somebody whose browser calls itself by a name asks for a code, types a wrong one, then the right one. */
async function signIn(): Promise<void> {
  useBrowser();
  sendHeaders({ "user-agent": `${canaries.device}/5.1 (${canaries.device})` });
  const typed = await askCode({ email: canaries.attemptEmail, at: MAY_DAY });
  expect(await signInMember({ ...typed, code: wrong(typed.code) }, from(), MAY_DAY)).toMatchObject({ ok: false });
  expect(await signInMember(typed, from(), MAY_DAY)).toMatchObject({ ok: true });
}

test("a canary in every personal field is in no log, dump, write-ahead log or database file", async () => {
  await addStaff(admin);
  await signIn();
  const { status, stdout, stderr } = plant();
  expect([status, stderr.toString()]).toEqual([0, "22012\n".repeat(Object.keys({ ...canaries, ...readable }).length)]);
  const said = Buffer.concat([stdout, stderr]);
  expect(said.toString()).toContain("planted");
  expect(findIn(said, { ...canaries, ...readable })).toEqual([]);
  expect(tellsBirthYear(said.toString())).toBe(false);

  const [row] =
    await admin`select count(phone_encrypted)::int as phones, count(birth_year_encrypted)::int as years from members`;
  expect(row).toEqual({ phones: 1, years: 1 });
  const whole = await dumpBook(admin);
  expect(findIn(whole, { ...open, ...readable })).toEqual(["section", ...Object.keys(readable)]);
  expect([tellsBirthYear(whole.toString()), tellsBirthYear(`(1,${BIRTH_YEAR},x)`)]).toEqual([false, true]);
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
