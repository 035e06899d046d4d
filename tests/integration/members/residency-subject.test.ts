import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { changeProfile } from "@/lib/members/change-profile";
import { confirmResidency } from "@/lib/members/confirm-residency";
import { getProfile } from "@/lib/members/queries";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";
import { addTown } from "../../support/ledger-fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { approveUndo, askUndo, mergeMembers } from "../../support/merge-members";

const admin = adminSql();
beforeAll(async () => void (await makeStaff()));

const issuer = "https://step.example";
const account = () => ({ issuer, subjectIndex: randomBytes(32), provider: "step" });
const taken = { ok: false, reason: "residency_taken" };
const checkedOf = async (memberId: string) => (await getProfile(memberId, AT)).residency;

test("of twenty members whom one account vouches for at once, one has their residency confirmed", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => makeMember()));
  const shown = account();
  const answers = await Promise.all(people.map(({ memberId }) => confirmResidency({ memberId, ...shown }, AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 19 }, () => taken));
  const [{ count } = { count: 0 }] = await admin<{ count: number }[]>`
    select count(*)::int from members where residency_subject_index = ${shown.subjectIndex}`;
  expect(count).toBe(1);
});

test("the database refuses one account for two members, whatever writes it", async () => {
  const [one, other] = [await makeMember(), await makeMember()];
  const { subjectIndex } = account();
  const hold = (memberId: string) =>
    admin`update members set residency_subject_index = ${subjectIndex} where id = ${memberId}`;
  await hold(one.memberId);
  await expect(hold(other.memberId)).rejects.toMatchObject({
    code: "23505",
    constraint_name: "members_one_residency_subject",
  });
});

test("the same account once more moves the day on; it stands for its member also after the check is taken back", async () => {
  const [one, other] = [await makeMember(), await makeMember()];
  const shown = account();
  const later = new Date(AT.getTime() + 86_400_000);
  expect(await confirmResidency({ memberId: one.memberId, ...shown }, AT)).toEqual({ ok: true, value: null });
  expect(await confirmResidency({ memberId: one.memberId, ...shown }, later)).toEqual({ ok: true, value: null });
  expect((await getProfile(one.memberId, AT)).validUntil).toBe("2027-05-04");
  await changeProfile(one.memberId, { tie: "worker", birthYear: undefined }, AT);
  expect(await confirmResidency({ memberId: other.memberId, ...shown }, AT)).toEqual(taken);
});

test("an account follows its person through a merge, and stands for one of the two when it is undone", async () => {
  const town = await addTown(admin);
  const { memberId: into } = await admitPerson(town.actor, { familyKana: "コマエ", isConfirmed: "yes" });
  const shown = account();
  await confirmResidency({ memberId: town.memberId, ...shown }, AT);
  const mergeId = await mergeMembers(admin, { from: town.memberId, into }, town.actor, town.checker);
  expect(await confirmResidency({ memberId: town.memberId, ...shown }, AT)).toMatchObject({
    reason: "membership_ended",
  });
  const { memberId: stranger } = await makeMember();
  expect(await confirmResidency({ memberId: stranger, ...shown }, AT)).toEqual(taken);
  expect(await confirmResidency({ memberId: into, ...shown }, AT)).toMatchObject({ ok: true });
  await approveUndo(await askUndo(mergeId, town.actor), town.checker);
  const rows = await admin`select id, state, residency_subject_index is not null as holds, residency_checked_by as by
    from members where id in (${into}, ${town.memberId}) order by residency_checked_by`;
  expect(rows).toEqual([
    { id: into, state: "active", holds: true, by: "step" },
    { id: town.memberId, state: "active", holds: false, by: null },
  ]);
});

test("a person who has left is forgotten with the account's hash, and the account vouches for a newcomer", async () => {
  const [leaver, newcomer] = [await makeMember(), await makeMember()];
  const shown = account();
  await confirmResidency({ memberId: leaver.memberId, ...shown }, AT);
  await admin`update members set state = 'leaving', leaves_at = city_now() where id = ${leaver.memberId}`;
  expect(await confirmResidency({ memberId: newcomer.memberId, ...shown }, AT)).toEqual(taken);
  await admin`select forget_member(${leaver.memberId}::uuid)`;
  expect(await confirmResidency({ memberId: newcomer.memberId, ...shown }, AT)).toMatchObject({ ok: true });
  expect(await checkedOf(newcomer.memberId)).toBe("checked");
});
