import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres, { type Sql } from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { sealField } from "@/lib/open-field";
import { adminUrl } from "./database";
import { addMember, addStaff, MAY_DAY } from "./staff-fixtures";

/** What the book of before holds in plain text of one member. */
export const nickname = `かわせみ${randomUUID()}`;

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
  await sql`update members set email_encrypted = ${sealField("hanako@example.jp")} where email_encrypted is not null`;
  await sql`update staff set email_encrypted = ${sealField("taro@example.jp")}`;
  await sql.unsafe(OLD).simple();
  await sql`update members set nickname = ${nickname} where id = ${memberId}`;
  return memberId;
}

export type OldBook = { sql: Sql; url: string; memberId: string };

/** A database of that book for as long as `use` takes: after migration 0013 and before anything is sealed. */
export async function withOldBook(admin: Sql, use: (book: OldBook) => Promise<void>): Promise<void> {
  const name = `old_${process.pid}_${Math.floor(performance.now())}`;
  await admin.unsafe(`create database ${name}`);
  const url = adminUrl().replace(/\/[^/]+$/, `/${name}`);
  await migrateDatabase(url);
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const memberId = await fillBook(sql);
    const migration = new URL("../../drizzle/0013_words_sealed.sql", import.meta.url);
    await sql.unsafe(readFileSync(migration, "utf8")).simple();
    await use({ sql, url, memberId });
  } finally {
    await sql.end();
    await admin.unsafe(`drop database ${name} with (force)`);
  }
}
