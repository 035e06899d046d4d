import { expect, test } from "vitest";
import { discloseMember } from "@/lib/members/disclose-member";
import { findDisclosedMember, findMaskedMember } from "@/lib/members/queries";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { makeStaff } from "../../support/fixtures";
import { admitPerson } from "../../support/member-fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const after = (minutes: number) => new Date(MAY_DAY.getTime() + minutes * 60_000);

test("without a purpose nobody reads a name; with one it is open to that member of staff alone, for ten minutes", async () => {
  const [staff, colleague] = [await makeStaff(), await makeStaff()];
  const { memberId } = await admitPerson(staff, {
    familyKana: "ヒラク",
    phone: "03-1111-2222",
    email: "hiraku@example.jp",
  });
  expect(await findMaskedMember(memberId)).toMatchObject({ maskedName: "山＊太郎" });
  expect(await findDisclosedMember(memberId, staff.staffId, MAY_DAY)).toBeUndefined();
  await discloseMember({ memberId, purpose: "identity_check" }, staff, MAY_DAY);
  expect(await findDisclosedMember(memberId, staff.staffId, after(9))).toMatchObject({
    familyName: "山田",
    givenName: "太郎",
    familyKana: "ヒラク",
    bornOn: "1948-03-05",
    tie: "resident",
    phone: "03-1111-2222",
    maskedEmail: "h•••@example.jp",
    purpose: "identity_check",
    expiresAt: after(10),
  });
  expect(await findDisclosedMember(memberId, staff.staffId, after(10))).toBeUndefined();
  expect(await findDisclosedMember(memberId, colleague.staffId, after(1))).toBeUndefined();
});

test("each purpose is one line in the audit; the same one again while it is open changes nothing", async () => {
  const staff = await makeStaff();
  const { memberId } = await admitPerson(staff, { familyKana: "モクテキ" });
  const ask = () => discloseMember({ memberId, purpose: "card_loss" }, staff, MAY_DAY);
  await Promise.all(Array.from({ length: 5 }, ask));
  await discloseMember({ memberId, purpose: "incident" }, staff, after(1));
  await discloseMember({ memberId, purpose: "card_loss" }, staff, after(10));
  const rows =
    await admin`select purpose from audit_entries where target_id = ${memberId} and act = 'view_member' order by id`;
  expect(rows.map(({ purpose }) => purpose)).toEqual(["card_loss", "incident", "card_loss"]);
});

test("what does not exist is not opened, and the try is on record", async () => {
  const staff = await makeStaff();
  const memberId = newId();
  const answer = await discloseMember({ memberId, purpose: "incident" }, staff, MAY_DAY);
  expect(answer).toEqual({ ok: false, reason: "unknown_member" });
  expect(await actsOn(admin, memberId)).toEqual(["view_member denied: unknown_member"]);
});
