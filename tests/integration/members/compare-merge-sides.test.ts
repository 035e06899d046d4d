import { expect, test } from "vitest";
import { compareMergeSides } from "@/lib/members/compare-merge-sides";
import { makeMember, makeStaff } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";

const draftOf = (from: { memberId: string }, into: { memberId: string }) => ({
  fromMemberId: from.memberId,
  intoMemberId: into.memberId,
});

test("the second person of a merge reads both memberships in the draft's order, masked, and whether reading and birth date agree", async () => {
  const staff = await makeStaff();
  const [one, like] = [await admitPerson(staff), await admitPerson(staff)];
  const sides = await compareMergeSides(draftOf(like, one));
  expect(sides).toMatchObject({ reading: "same", birth: "same" });
  expect([sides?.from.memberId, sides?.into.memberId]).toEqual([like.memberId, one.memberId]);
  expect(sides?.from.maskedName).toContain("\uff0a");
  expect(Object.keys(sides?.from ?? {}).sort()).toEqual(
    ["hasCard", "joinedAt", "leftAt", "maskedName", "memberId", "number"].sort(),
  );
});

test("what only one of two memberships has told agrees with nothing", async () => {
  const [person, unknown] = [await admitPerson(await makeStaff()), await makeMember()];
  expect(await compareMergeSides(draftOf(person, unknown))).toMatchObject({ reading: "unknown", birth: "unknown" });
});
