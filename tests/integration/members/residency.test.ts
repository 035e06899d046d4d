import { beforeAll, expect, test } from "vitest";
import { changeProfile } from "@/lib/members/change-profile";
import { checkResidency } from "@/lib/members/check-residency";
import { getProfile } from "@/lib/members/queries";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff, type TestStaff } from "../../support/fixtures";
import { actsOn, linkOwn } from "../../support/staff-fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

test("a check counts for a year, is one act, and is on the member's own record; again on that day changes nothing", async () => {
  const { memberId } = await makeMember();
  const first = await checkResidency(memberId, staff, AT);
  expect(first).toEqual({ ok: true, value: { validUntil: "2027-05-03" } });
  const again = await Promise.all([checkResidency(memberId, staff, AT), checkResidency(memberId, staff, AT)]);
  expect(again).toEqual([first, first]);
  expect(await actsOn(admin, memberId)).toEqual(["check_residency"]);
  const events =
    await admin`select kind, actor from member_events where member_id = ${memberId} and kind = 'residency_checked'`;
  expect(events).toEqual([{ kind: "residency_checked", actor: `staff:${staff.staffId}` }]);
  expect(await getProfile(memberId, AT)).toMatchObject({ residency: "checked", validUntil: "2027-05-03" });
  expect(await getProfile(memberId, new Date("2027-05-03T15:00:00Z"))).toMatchObject({ residency: "lapsed" });
});

test("nobody checks where they live themselves, and the refusal is on record", async () => {
  const { memberId } = await makeMember();
  const own = await makeStaff();
  await linkOwn(admin, own.staffId, memberId);
  expect(await checkResidency(memberId, own, AT)).toEqual({ ok: false, reason: "own_wallet" });
  expect(await actsOn(admin, memberId)).toEqual(["check_residency denied: own_wallet"]);
});

test("who says that they live elsewhere has no check any more; a year of birth may be told and taken back", async () => {
  const { memberId } = await makeMember();
  await checkResidency(memberId, staff, AT);
  await changeProfile(memberId, { tie: "worker", birthYear: 1950 }, AT);
  expect(await getProfile(memberId, AT)).toMatchObject({
    tie: "worker",
    residency: "none",
    birthYear: "1950",
    validUntil: null,
  });
  await changeProfile(memberId, { tie: "resident", birthYear: undefined }, AT);
  expect(await getProfile(memberId, AT)).toMatchObject({ residency: "told", birthYear: null });
  expect(await changeProfile(memberId, { tie: "resident", birthYear: 2020 }, AT)).toMatchObject({
    reason: "guardian_needed",
  });
});
