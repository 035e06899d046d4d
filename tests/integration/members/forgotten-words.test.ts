import { beforeEach, expect, test, vi } from "vitest";
import { sweepLeavers } from "@/lib/jobs/sweep-leavers";
import { sealedColumns } from "@/lib/keys/sealed-columns";
import { answerAppeal } from "@/lib/members/answer-appeal";
import { askToLeave } from "@/lib/members/ask-to-leave";
import { changeNickname } from "@/lib/members/change-nickname";
import { issueCard } from "@/lib/members/issue-card";
import { liftSuspension } from "@/lib/members/lift-suspension";
import { findLatestSuspension } from "@/lib/members/list-suspensions";
import { revokeCard } from "@/lib/members/revoke-card";
import { sendAppeal } from "@/lib/members/send-appeal";
import { suspendMember } from "@/lib/members/suspend-member";
import { newId } from "@/lib/shared/ids";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { dumpBook } from "../../support/dump-book";
import { AT, makeStaff, type TestStaff } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { giveMemberPasskey } from "../../support/member-passkeys";
import { addMember, MAY_DAY } from "../../support/staff-fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
/** When the 30 days of a withdrawal that is asked for at `AT` are over. */
const OVER = new Date(AT.getTime() + 30 * 24 * 60 * 60 * 1000);
beforeEach(() => void useBrowser());

async function revokedCard(memberId: string, staff: TestStaff): Promise<void> {
  const card = await issueCard(memberId, staff, MAY_DAY, "2580");
  if (!card.ok) throw new Error(card.reason);
  await revokeCard({ cardId: card.value.cardId, reason: "山田さんが紛失" }, staff, MAY_DAY);
}

/** Somebody of whom much was said: suspended, heard and let go, with a void card and a live one, a passkey and a nickname. */
async function talkedAbout(): Promise<string> {
  const [staff, other] = [await makeStaff(), await makeStaff()];
  const { memberId } = await admitPerson(staff, { familyKana: "ワスレナグサ" });
  await changeNickname(memberId, "わすれな草");
  expect((await giveMemberPasskey(memberId)).added.ok).toBe(true);
  await suspendMember({ id: newId(), memberId, reason: "写しを広めたため" }, staff, MAY_DAY);
  await sendAppeal(memberId, "私ではありません", MAY_DAY);
  const appealId = String((await findLatestSuspension(memberId))?.appealId);
  await answerAppeal({ appealId, verdict: "dismissed", answer: "変わりません" }, other, MAY_DAY);
  await liftSuspension({ memberId, reason: "期間が過ぎたため" }, other, MAY_DAY);
  await revokedCard(memberId, staff);
  await issueCard(memberId, staff, MAY_DAY, "2580");
  return memberId;
}

/** What is kept of this member's words and cards: bytes, in hex. */
async function wordsOf(memberId: string): Promise<string[]> {
  const rows = await admin<{ word: string | null }[]>`
    select encode(unnest(array[s.reason_encrypted, s.end_reason_encrypted, a.text_encrypted, a.answer_encrypted]), 'hex') as word
      from member_suspensions s join member_appeals a on a.suspension_id = s.id where s.member_id = ${memberId}
    union all select encode(unnest(array[token_encrypted, token_hash, pin_hash]), 'hex') from member_cards where member_id = ${memberId}
    union all select encode(unnest(array[label_encrypted, credential_id]), 'hex') from member_passkeys where member_id = ${memberId}
    union all select encode(nickname_encrypted, 'hex') from members where id = ${memberId}`;
  return rows.map(({ word }) => String(word));
}

const factsOf = (memberId: string) => admin`
  select s.started_at, s.started_by, s.reply_by, s.ended_at, s.ended_by, a.sent_at, a.is_upheld, a.answered_at, a.answered_by
    from member_suspensions s join member_appeals a on a.suspension_id = s.id where s.member_id = ${memberId}`;

test("what was said of a person, and by them, goes with them; that it was said, by whom and when, stays", async () => {
  const memberId = await talkedAbout();
  const [words, facts] = [await wordsOf(memberId), [...(await factsOf(memberId))]];
  const serials = await admin`select serial from member_cards where member_id = ${memberId} order by serial`;
  expect(words.filter((word) => word.length > 20)).toHaveLength(13);
  await askToLeave(memberId, AT);
  await sweepLeavers(OVER);
  const whole = (await dumpBook(admin)).toString();
  expect(words.filter((word) => whole.includes(word))).toEqual([]);
  expect(await admin`select distinct revoke_reason from member_cards where member_id = ${memberId}`).toEqual([
    { revoke_reason: "left" },
  ]);
  expect([...(await factsOf(memberId))]).toEqual(facts);
  expect(await admin`select serial from member_cards where member_id = ${memberId} order by serial`).toEqual(serials);
  const kinds = await admin`select kind from member_events where member_id = ${memberId} order by id`;
  expect(kinds.map(({ kind }) => kind)).toEqual([
    ...["consented", "added_passkey", "suspended", "appealed", "appeal_answered", "unsuspended"],
    ...["asked_to_leave", "left"],
  ]);
});

/** A sign-in under way at this door for an address, that ends then. */
const attemptAt = (audience: string, emailIndex: Uint8Array, until: Date) =>
  admin`insert into sign_in_attempts (id, browser_hash, audience, email_encrypted, email_index, expires_at)
    values (${newId()}, ${Buffer.from(newId())}, ${audience}, 'x', ${emailIndex}, ${until})`;

test("no door keeps the address of who is forgotten, and nothing that has ended; what others are doing goes on", async () => {
  const { memberId } = await addMember(admin);
  const [own] = await admin`select email_index as index from members where id = ${memberId}`;
  const [others, later] = [Buffer.from(newId()), new Date("2099-01-01")];
  for (const door of ["member", "member_prove", "member_email"]) {
    await attemptAt(door, own?.index, later);
    await attemptAt(door, others, AT);
  }
  await attemptAt("member_prove", others, later);
  await askToLeave(memberId, AT);
  await sweepLeavers(OVER);
  expect([...(await admin`select audience, email_index as index from sign_in_attempts`)]).toEqual([
    { audience: "member_prove", index: others },
  ]);
});

test("what is forgotten is empty, and not an empty text: a change of keys passes it by", async () => {
  for (const { table, column } of sealedColumns)
    expect(await admin.unsafe(`select 1 from ${table} where ${column} = ''`), `${table}.${column}`).toHaveLength(0);
});

test("no words of a suspension stand in the audit or in the member's log, where nothing is ever taken back", async () => {
  const memberId = await talkedAbout();
  const told = await admin<{ row: string }[]>`
    select t::text as row from audit_entries t union all select t::text from member_events t where member_id = ${memberId}`;
  for (const word of ["写しを広めた", "私ではありません", "変わりません", "期間が過ぎた", "Safari"])
    expect(told.filter(({ row }) => row.includes(word))).toEqual([]);
});
