import { expect, test } from "vitest";
import { env } from "@/lib/env";
import { decideSearch } from "@/lib/members/decide-search";
import { findMembers } from "@/lib/members/find-members";
import { issueCard } from "@/lib/members/issue-card";
import { revokeCard } from "@/lib/members/revoke-card";
import { PAGE_SIZE } from "@/lib/shared/page";
import { unseal } from "@/lib/shared/seal";
import { adminSql } from "../../support/database";
import { makeStaff, type TestStaff } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();

async function search(typed: string, staff: TestStaff, after?: string) {
  const understood = decideSearch(typed, env.APP_ORIGIN);
  if (!understood.ok) throw new Error(understood.reason);
  return findMembers(understood.value, after, staff, MAY_DAY);
}

const idsOf = (page: Awaited<ReturnType<typeof search>>) => page.rows.map(({ memberId }) => memberId);

test("a member is found by family reading, full reading, birth date and number, in any way of typing", async () => {
  const staff = await makeStaff();
  const names = { familyKana: "サクラバ", givenKana: "ショウコ", familyName: "桜庭", givenName: "祥子" };
  const { memberId, number } = await admitPerson(staff, { ...names, bornOn: "昭和40年5月6日" });
  const spaced = number.replace(/(\d{4})(\d{4})(\d)/, "$1 $2 $3");
  for (const typed of [
    "さくらば",
    "ｻｸﾗﾊﾞ",
    "サクラバ　シヨウコ",
    "さくらばしょうこ",
    "1965/5/6",
    "S40.5.6",
    number,
    spaced,
  ])
    expect(idsOf(await search(typed, staff))).toEqual([memberId]);
  for (const typed of ["サクラ", "ショウコ", "1965/5/7"]) expect(idsOf(await search(typed, staff))).toEqual([]);
});

test("all who share a family reading are found, masked, with nothing else of them", async () => {
  const staff = await makeStaff();
  await admitPerson(staff, { familyKana: "オナジ", givenKana: "イチロウ", familyName: "大名地", givenName: "一郎" });
  await admitPerson(staff, { familyKana: "オナジ", givenKana: "ハナ", familyName: "小名路", givenName: "花" });
  const { rows } = await search("おなじ", staff);
  expect(rows.map(({ maskedName }) => maskedName)).toEqual(["大＊一郎", "小＊花"]);
  const shown = ["hasCard", "joinedAt", "leftAt", "maskedName", "memberId", "number"];
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual(shown);
});

test("more than a page is read page by page, each member once", async () => {
  const staff = await makeStaff();
  for (let at = 0; at < PAGE_SIZE + 2; at += 1) await admitPerson(staff, { familyKana: "オオゼイ" });
  const first = await search("オオゼイ", staff);
  const second = await search("オオゼイ", staff, first.next ?? "");
  expect([first.rows.length, second.rows.length, second.next]).toEqual([PAGE_SIZE, 2, null]);
  expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(PAGE_SIZE + 2);
});

test("a card finds its member while it lives, and nobody from the moment it is void", async () => {
  const staff = await makeStaff();
  const { memberId } = await admitPerson(staff, { familyKana: "カードモチ" });
  const card = await issueCard(memberId, staff, MAY_DAY);
  if (!card.ok) throw new Error(card.reason);
  const [row] = await admin<
    { sealed: Buffer }[]
  >`select token_encrypted as sealed from member_cards where id = ${card.value.cardId}`;
  const address = `${env.APP_ORIGIN}/c/${unseal(env.FIELD_KEYS, row?.sealed ?? Buffer.of())}`;
  expect((await search(address, staff)).rows).toMatchObject([{ memberId, hasCard: true }]);
  await revokeCard({ cardId: card.value.cardId, reason: "紛失" }, staff, MAY_DAY);
  expect((await search(address, staff)).rows).toEqual([]);
});

test("each search is one line in the audit: by what and how many, never what was typed", async () => {
  const staff = await makeStaff();
  await admitPerson(staff, { familyKana: "キロクズミ", bornOn: "19770707" });
  await search("キロクズミ", staff);
  await search("1977/7/7", staff);
  const rows = await admin`select act, target_id, after, row_to_json(a)::text as all from audit_entries a
    where staff_id = ${staff.staffId} and act = 'search_members' order by id`;
  expect(rows.map(({ act, after }) => [act, after])).toEqual([
    ["search_members", { by: "kana", found: 1 }],
    ["search_members", { by: "birth", found: 1 }],
  ]);
  for (const { all } of rows) expect(all).not.toMatch(/キロクズミ|1977/);
});
