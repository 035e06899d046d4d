import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { addEmail } from "@/lib/auth/add-email";
import { addPasskey } from "@/lib/members/add-passkey";
import { insertCard } from "@/lib/members/insert-card";
import { issueCard } from "@/lib/members/issue-card";
import { leaveForGood } from "@/lib/members/leave-for-good";
import { linkIdentity } from "@/lib/members/link-identity";
import { newId } from "@/lib/shared/ids";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { addTown } from "../../support/ledger-fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { makeMemberPasskey } from "../../support/member-passkeys";
import { approveMerge, askMerge } from "../../support/merge-members";
import { askCode, newAddress, newEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeAll(async () => {
  await makeStaff();
  // A withdrawal takes codes away that are over by the city's clock: it goes with the tests' moment, or theirs would be.
  await admin`update city_clock set offset_seconds = ceil(extract(epoch from ${AT}::timestamptz - clock_timestamp())) + 1`;
});
beforeEach(() => void useBrowser());

const issuer = "https://portal.example";
type Add = () => Promise<{ ok: boolean; reason?: string }>;

/** Twenty ways in that are ready to be added: accounts, passkeys and proven addresses in turn. */
async function twentyWays(memberId: string): Promise<Add[]> {
  const ways: Add[] = [];
  for (let each = 0; each < 20; each += 1) {
    useBrowser();
    if (each % 3 === 0) {
      const identity = { issuer, subjectIndex: randomBytes(32), provider: "portal" };
      ways.push(() => linkIdentity({ memberId, ...identity }, AT));
    } else if (each % 3 === 1) {
      const { wish } = await makeMemberPasskey(memberId);
      ways.push(() => addPasskey(wish, AT));
    } else {
      const asked = await askCode({ email: newEmail(), at: AT, audience: "member_email" });
      ways.push(() => addEmail(asked, { memberId }, newAddress(), AT));
    }
  }
  return ways;
}

/** Adds them all at one moment, with `end` in their midst; every answer is one of the two that there are. */
async function addAround(ways: Add[], end: () => Promise<unknown>) {
  const [before, after] = [ways.slice(0, 8), ways.slice(8)];
  const [first, ended, last] = await Promise.all([
    Promise.all(before.map((add) => add())),
    end(),
    Promise.all(after.map((add) => add())),
  ]);
  for (const answer of [...first, ...last]) expect(answer.ok || answer.reason).toBeOneOf([true, "membership_ended"]);
  return ended;
}

const waysOf = async (memberId: string) => {
  const [row] = await admin<{ email: boolean; accounts: number; passkeys: number }[]>`
    select email_index is not null as email,
           (select count(*)::int from member_identities where member_id = m.id and removed_at is null) as accounts,
           (select count(*)::int from member_passkeys where member_id = m.id and removed_at is null) as passkeys
      from members m where id = ${memberId}`;
  return row;
};
const none = { email: false, accounts: 0, passkeys: 0 };

test("of twenty ways in added at the moment of a withdrawal none opens the membership that has ended", async () => {
  const { memberId } = await makeMember();
  const ways = await twentyWays(memberId);
  await admin`update members set state = 'leaving', leaves_at = ${AT} where id = ${memberId}`;
  expect(await addAround(ways, () => leaveForGood(memberId, AT))).toBe(true);
  expect(await waysOf(memberId)).toEqual(none);
  const [late] = await twentyWays(memberId);
  expect(await late?.()).toEqual({ ok: false, reason: "membership_ended" });
});

test("of twenty ways in added at the moment of a merge none stays with the membership that went", async () => {
  const town = await addTown(admin);
  const { memberId: into } = await admitPerson(town.actor, { familyKana: "コマエ", isConfirmed: "yes" });
  const ways = await twentyWays(town.memberId);
  const approvalId = await askMerge(admin, { from: town.memberId, into }, town.actor);
  const merged = await addAround(ways, () => approveMerge(approvalId, town.checker));
  expect(merged).toMatchObject({ ok: true });
  const left = await waysOf(town.memberId);
  expect({ ...left, email: false }).toEqual(none);
});

test("a membership that was merged into another gets no card, and the database gives it none whoever asks", async () => {
  const town = await addTown(admin);
  const { memberId: into } = await admitPerson(town.actor, { familyKana: "コマエ", isConfirmed: "yes" });
  await approveMerge(await askMerge(admin, { from: town.memberId, into }, town.actor), town.checker);
  const { memberId } = town;
  expect(await issueCard(memberId, town.actor, AT)).toEqual({ ok: false, reason: "unknown_member" });
  const ended = { cause: { code: "KP003", message: "membership_ended" } };
  const issuedBy = town.actor.staffId;
  await expect(db.transaction((tx) => insertCard(tx, { memberId, issuedBy }, AT))).rejects.toMatchObject(ended);
});

test("the database gives a membership that has ended no way in, whatever writes it", async () => {
  const { memberId } = await makeMember();
  await admin`update members set state = 'leaving', leaves_at = ${AT} where id = ${memberId}`;
  await leaveForGood(memberId, AT);
  const ended = { code: "KP003", message: "membership_ended" };
  const [id, hash] = [newId(), randomBytes(32)];
  await expect(admin`insert into member_identities (id, member_id, issuer, subject_index, linked_at, last_used_at)
    values (${id}, ${memberId}, ${issuer}, ${hash}, now(), now())`).rejects.toMatchObject(ended);
  await expect(admin`insert into member_passkeys
    (id, member_id, credential_id, public_key, sign_count, transports, backed_up, created_at)
    values (${id}, ${memberId}, ${hash}, '', 0, '{}', false, now())`).rejects.toMatchObject(ended);
  await expect(
    admin`update members set email_index = ${hash}, email_encrypted = ${hash} where id = ${memberId}`,
  ).rejects.toMatchObject(ended);
});
