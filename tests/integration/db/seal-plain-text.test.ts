import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres, { type Sql } from "postgres";
import { expect, test } from "vitest";
import { migrateDatabase } from "@/db/migrate";
import { env } from "@/lib/env";
import { openField } from "@/lib/open-field";
import { findIn } from "../../support/canaries";
import { adminSql, adminUrl } from "../../support/database";
import { addMember, addStaff, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const nickname = `かわせみ${randomUUID()}`;
const noKeys = () => {
  throw new Error("no keys");
};

/** Makes of a book one as it was before its words were sealed. */
const OLD = `
  alter table members drop column nickname_encrypted, add column nickname text;
  alter table member_suspensions drop column reason_encrypted, drop column end_reason_encrypted,
    add column reason text not null default '写しが出回ったため', add column end_reason text default '誤りでした',
    add constraint member_suspensions_has_reason check (length(reason) > 0);
  alter table member_appeals drop column answer_encrypted, add column answer text default '確認しました';
  alter table member_passkeys drop column label_encrypted, add column label text not null default '花子の電話';
  alter table staff_passkeys drop column label_encrypted, add column label text not null default '';`;

/** A member who was suspended, and appealed; and one who has told nothing. */
async function fillBook(sql: Sql): Promise<string> {
  const [{ staffId }, { staffId: other }] = [await addStaff(sql), await addStaff(sql)];
  const [{ memberId }] = [await addMember(sql), await addMember(sql)];
  const [suspension, appeal] = [randomUUID(), randomUUID()];
  await sql`insert into member_suspensions (id, member_id, reason_encrypted, reply_by, started_at, started_by)
    values (${suspension}, ${memberId}, 'x', '2026-05-15', ${MAY_DAY}, ${staffId})`;
  await sql`insert into member_appeals (id, suspension_id, text_encrypted, sent_at) values (${appeal}, ${suspension}, 'x', ${MAY_DAY})`;
  await sql`update member_appeals set answer_encrypted = 'x', is_upheld = true, answered_at = ${MAY_DAY}, answered_by = ${other}`;
  await sql`update member_suspensions set end_reason_encrypted = 'x', ended_at = ${MAY_DAY}, ended_by = ${other}`;
  await sql`insert into member_passkeys (id, member_id, credential_id, public_key, sign_count, transports, backed_up, created_at)
    values (${randomUUID()}, ${memberId}, 'c', 'k', 0, '{}', false, ${MAY_DAY})`;
  await sql`insert into member_events (member_id, recorded_at, kind, actor, detail) values
    (${memberId}, ${MAY_DAY}, 'signed_in', 'system:test', '{"device": "花子の電話"}'), (${memberId}, ${MAY_DAY}, 'merged', 'system:test', '{"points": 5}')`;
  await sql.unsafe(OLD).simple();
  await sql`update members set nickname = ${nickname} where id = ${memberId}`;
  return memberId;
}

async function withOldBook(use: (sql: Sql, url: string, memberId: string) => Promise<void>): Promise<void> {
  const name = `old_${process.pid}_${Math.floor(performance.now())}`;
  await admin.unsafe(`create database ${name}`);
  const url = adminUrl().replace(/\/[^/]+$/, `/${name}`);
  await migrateDatabase(url);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const memberId = await fillBook(sql);
    const migration = new URL("../../../drizzle/0013_words_sealed.sql", import.meta.url);
    await sql.unsafe(readFileSync(migration, "utf8")).simple();
    await use(sql, url, memberId);
  } finally {
    await sql.end();
    await admin.unsafe(`drop database ${name} with (force)`);
  }
}

/** Whether the nickname can be read in the files of this database. */
async function isInFiles(sql: Sql): Promise<boolean> {
  await sql`checkpoint`;
  const [at] = await sql<{ folder: string; database: string }[]>`
    select current_setting('data_directory') as folder, (select oid::text from pg_database where datname = current_database()) as database`;
  const folder = path.join(String(at?.folder), "base", String(at?.database));
  return readdirSync(folder).some((file) => findIn(readFileSync(path.join(folder, file)), { nickname }).length > 0);
}

test("a book of before is sealed by its migration: nothing is lost, nothing of it can be read in a file, and a second run finds nothing", () =>
  withOldBook(async (sql, url, memberId) => {
    expect(await isInFiles(sql)).toBe(true);
    await migrateDatabase(url, () => env.FIELD_KEYS);
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

test("without the keys the migration says so, and leaves every word where it was", () =>
  withOldBook(async (sql, url, memberId) => {
    await expect(migrateDatabase(url, noKeys)).rejects.toThrow("no keys");
    expect(await sql`select nickname, nickname_encrypted from members where id = ${memberId}`).toEqual([
      { nickname, nickname_encrypted: null },
    ]);
  }));

test("names of devices are gone from the members' logs, and what else these tell is not", () =>
  withOldBook(async (sql) => {
    const events = await sql`select kind, detail from member_events order by id`;
    expect(events).toEqual([
      { kind: "signed_in", detail: null },
      { kind: "merged", detail: { points: 5 } },
    ]);
    await expect(sql`update member_events set detail = null`).rejects.toThrow("append-only");
  }));
