import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { sealPlainText } from "@/db/seal-plain-text";
import { env } from "@/lib/env";
import { openField } from "@/lib/open-field";
import { findIn } from "../../support/canaries";
import { adminSql } from "../../support/database";
import { nickname, type OldBook, withOldBook } from "../../support/old-book";

const admin = adminSql();
const noKeys = () => {
  throw new Error("no keys");
};
const ownKeys = () => env.FIELD_KEYS;
const sameNames = () => env.FIELD_KEYS.map(({ id }) => ({ id, key: randomBytes(32) }));
const otherNames = () => env.FIELD_KEYS.map(({ key }) => ({ id: "other", key }));

/** Whether the nickname can be read in the files of this database. */
async function isInFiles(sql: Sql): Promise<boolean> {
  await sql`checkpoint`;
  const [at] = await sql<{ folder: string; database: string }[]>`
    select current_setting('data_directory') as folder, (select oid::text from pg_database where datname = current_database()) as database`;
  const folder = path.join(String(at?.folder), "base", String(at?.database));
  return readdirSync(folder).some((file) => findIn(readFileSync(path.join(folder, file)), { nickname }).length > 0);
}

test("a book of before is sealed by its migration: nothing is lost, nothing of it can be read in a file, and a second run finds nothing", () =>
  withOldBook(admin, async ({ sql, url, memberId }) => {
    expect(await isInFiles(sql)).toBe(true);
    await migrateDatabase(url, ownKeys);
    const rows = await sql`
      select m.id, m.nickname_encrypted as nickname, s.reason_encrypted as reason, s.end_reason_encrypted as "end", a.answer_encrypted as answer,
             p.label_encrypted as label
        from members m left join member_suspensions s on s.member_id = m.id left join member_appeals a on a.suspension_id = s.id
        left join member_passkeys p on p.member_id = m.id`;
    const opened = rows.map(({ id, ...sealed }) => [id === memberId, ...Object.values(sealed).map(openField)]);
    expect(opened).toContainEqual([true, nickname, "写しが出回ったため", "誤りでした", "確認しました", "花子の電話"]);
    expect(opened).toContainEqual([false, null, null, null, null, null]);
    expect(await isInFiles(sql)).toBe(false);
    await migrateDatabase(url, noKeys);
  }));

const plainOf = ({ sql, memberId }: OldBook) => sql`
  select nickname, s.reason from members m join member_suspensions s on s.member_id = m.id where m.id = ${memberId}`;
const PLAIN = [{ nickname, reason: "写しが出回ったため" }];

test("without the book's own keys the migration says so, and leaves every word where it was", () =>
  withOldBook(admin, async (book) => {
    await expect(migrateDatabase(book.url, noKeys)).rejects.toThrow("no keys");
    for (const wrong of [sameNames, otherNames]) {
      await expect(migrateDatabase(book.url, wrong)).rejects.toThrow("FIELD_KEYS does not open what this book holds");
      await expect(sealPlainText(book.sql, wrong)).rejects.toThrow("FIELD_KEYS does not open what this book holds");
    }
    expect([...(await plainOf(book))]).toEqual(PLAIN);
  }));

test("keys that are missing or wrong are noticed before the tables change", () =>
  withOldBook(admin, async ({ sql, url }) => {
    const newest = sql`select max(created_at) from drizzle.__drizzle_migrations`;
    await sql`delete from drizzle.__drizzle_migrations where created_at = (${newest})`;
    const run = async () => [...(await sql`select hash from drizzle.__drizzle_migrations`)];
    const before = await run();
    await expect(migrateDatabase(url, noKeys)).rejects.toThrow("no keys");
    await expect(migrateDatabase(url, sameNames)).rejects.toThrow("FIELD_KEYS");
    expect(await run()).toEqual(before);
  }));

test("a word that does not open again keeps its plain column", () =>
  withOldBook(admin, async (book) => {
    await book.sql`create function spoil() returns trigger language plpgsql as
      $$ begin new.nickname_encrypted = 'x'; return new; end $$`;
    await book.sql`create trigger spoil before update on members for each row execute function spoil()`;
    await expect(migrateDatabase(book.url, ownKeys)).rejects.toThrow("members.nickname does not open again");
    expect([...(await plainOf(book))]).toEqual(PLAIN);
  }));

test("who left between the migration and the sealing is not brought back by it, nor whom they were merged from", () =>
  withOldBook(admin, async ({ sql, url, memberId }) => {
    const [other] = await sql`update members set nickname = 'もう一つ', state = 'merged', merged_into_id = ${memberId},
      email_encrypted = null, email_index = null where id <> ${memberId} returning id`;
    await sql`update members set state = 'leaving', leaves_at = city_now() where id = ${memberId}`;
    await sql`select forget_member(${memberId})`;
    await migrateDatabase(url, ownKeys);
    const people = await sql`select id, nickname_encrypted as name from members`;
    expect(people).toContainEqual({ id: memberId, name: null });
    expect(people).toContainEqual({ id: other?.id, name: null });
    expect([
      ...(await sql`select s.reason_encrypted, s.end_reason_encrypted, a.answer_encrypted, p.label_encrypted
        from member_suspensions s, member_appeals a, member_passkeys p`),
    ]).toEqual([{ reason_encrypted: null, end_reason_encrypted: null, answer_encrypted: null, label_encrypted: null }]);
  }));

test("names of devices are gone from the members' logs, and what else these tell is not", () =>
  withOldBook(admin, async ({ sql }) => {
    const events = await sql`select kind, detail from member_events order by id`;
    expect(events).toEqual([
      { kind: "signed_in", detail: null },
      { kind: "merged", detail: { points: 5 } },
    ]);
    await expect(sql`update member_events set detail = null`).rejects.toThrow("append-only");
  }));
