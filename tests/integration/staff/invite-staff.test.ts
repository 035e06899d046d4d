import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { sendBack } from "@/lib/approvals/send-back";
import { withdraw } from "@/lib/approvals/withdraw";
import { env } from "@/lib/env";
import { findOldDrafts } from "@/lib/keys/rotate-keys";
import { newId } from "@/lib/shared/ids";
import { checkInvitation } from "@/lib/staff/check-invitation";
import { draftInvitation } from "@/lib/staff/draft-invitation";
import { draftReturn } from "@/lib/staff/draft-return";
import { executeInviteStaff } from "@/lib/staff/execute-invite-staff";
import { findInvitedEmail } from "@/lib/staff/find-invited-email";
import { openEnrolment } from "@/lib/staff/open-enrolment";
import { hashEnrolmentCode } from "@/lib/staff/open-invitation";
import { findOpenEnrolment } from "@/lib/staff/queries";
import { everything } from "../../support/approval-fixtures";
import { adminSql } from "../../support/database";
import { AT, type TestStaff } from "../../support/fixtures";
import { newEmail } from "../../support/sign-in";
import { approveStaffAct, makePerson, noAdministrators, rolesOf } from "../../support/staff-acts";
import { actsOn } from "../../support/staff-fixtures";
import { plainWords } from "../../support/staff-words";

const admin = adminSql();
let [first, second]: TestStaff[] = [];
beforeEach(async () => {
  await noAdministrators(admin);
  [first, second] = [await makePerson(admin, "administrator"), await makePerson(admin, "administrator")];
});

const newcomer = (email = newEmail()) => ({
  ...{ id: newId(), name: "狛江 花子", email, sectionId: (first as TestStaff).sectionId, reason: "新任のため" },
  holdings: [{ role: "viewer" as const, sectionId: null }],
});

async function invite(person = newcomer()) {
  const opened = await draftInvitation(person, plainWords, first as TestStaff, AT);
  if (!opened.ok) throw new Error(opened.reason);
  return { staffId: person.id, approvalId: opened.value.id };
}

test("a person exists once a second administrator has approved, with the roles that were asked for", async () => {
  const { staffId, approvalId } = await invite();
  expect(await admin`select 1 from staff where id = ${staffId}`).toHaveLength(0);
  expect(await approveStaffAct(approvalId, executeInviteStaff, second as TestStaff)).toMatchObject({ ok: true });
  expect(await rolesOf(admin, staffId)).toEqual(["viewer everywhere"]);
});

test("the address can be read neither in the draft nor in the audit", async () => {
  const person = newcomer();
  await invite(person);
  const kept = await admin`select payload::text || effect::text as text from approvals
    union all select coalesce(after::text, '') from audit_entries`;
  expect(kept.filter(({ text }) => String(text).includes(person.email))).toEqual([]);
});

test("whoever may decide the draft reads the address, and nobody else does; of another draft there is none", async () => {
  const person = newcomer();
  const { approvalId } = await invite(person);
  expect(await findInvitedEmail(approvalId, "everywhere")).toBe(person.email);
  expect(await findInvitedEmail(approvalId, undefined)).toBeUndefined();
  expect(await findInvitedEmail(approvalId, [person.sectionId])).toBeUndefined();
  const { staffId } = await makePerson(admin, "viewer");
  const wish = { kind: "recover_staff", staffId, reason: "紛失のため" } as const;
  const other = await draftReturn(wish, plainWords, first as TestStaff, AT);
  expect(other.ok && (await findInvitedEmail(other.value.id, "everywhere"))).toBeUndefined();
});

test("an address goes from its draft when that ends, however it does; while it is open a change of keys tells until when its key is needed", async () => {
  const drafts = [await invite(), await invite(), await invite()].map(({ approvalId }) => approvalId);
  const [approved = "", returned = "", withdrawn = ""] = drafts;
  const [fresh, old] = env.FIELD_KEYS;
  const turned = [old, fresh].flatMap((key) => key ?? []);
  const [last] = await admin`select max(expires_at) as until from approvals where id = any(${drafts})`;
  expect(await findOldDrafts(db, turned)).toMatchObject({ until: last?.until });
  await approveStaffAct(approved, executeInviteStaff, second as TestStaff);
  await sendBack({ approvalId: returned, note: "係の名前が違います", authority: everything }, second as TestStaff, AT);
  await withdraw({ approvalId: withdrawn }, first as TestStaff, AT);
  const rows = await admin`select state, payload ? 'emailSealed' as has, payload ? 'name' as told from approvals
    where id = any(${drafts}) order by state`;
  expect(rows).toEqual(["approved", "sent_back", "withdrawn"].map((state) => ({ state, has: false, told: true })));
  expect(await findInvitedEmail(returned, "everywhere")).toBeUndefined();
  await admin`update approvals set state = 'expired', ended_at = ${AT} where state = 'pending'`;
  expect(await findOldDrafts(db, turned)).toEqual({ many: 0, until: undefined });
});

test("an address that is somebody's already is refused, at the draft and, when somebody was quicker, at the approval", async () => {
  const email = newEmail();
  const [one, other] = [await invite(newcomer(email)), await invite(newcomer(email))];
  expect(await approveStaffAct(one.approvalId, executeInviteStaff, second as TestStaff)).toMatchObject({ ok: true });
  const late = await approveStaffAct(other.approvalId, executeInviteStaff, second as TestStaff);
  expect(late).toEqual({ ok: false, reason: "already_staff" });
  const again = await draftInvitation(newcomer(email), plainWords, first as TestStaff, AT);
  expect(again).toEqual({ ok: false, reason: "already_staff" });
});

test("the code to hand over is shown to the second person alone; another one voids it; a used one is the last", async () => {
  const { staffId, approvalId } = await invite();
  const early = await openEnrolment({ approvalId }, second as TestStaff, AT);
  expect(early).toEqual({ ok: false, reason: "unknown_approval" });
  await approveStaffAct(approvalId, executeInviteStaff, second as TestStaff);
  expect(await findOpenEnrolment(staffId, (first as TestStaff).staffId, AT)).toBeUndefined();
  expect(await findOpenEnrolment(staffId, (second as TestStaff).staffId, AT)).toMatchObject({ approvalId });
  const maker = await openEnrolment({ approvalId }, first as TestStaff, AT);
  expect(maker).toEqual({ ok: false, reason: "unknown_approval" });
  await openEnrolment({ approvalId }, second as TestStaff, AT);
  const opened = await openEnrolment({ approvalId }, second as TestStaff, AT);
  const code = opened.ok ? opened.value.code.replace("-", "") : "";
  const open = await admin`select code_hash from staff_invitations where staff_id = ${staffId} and revoked_at is null`;
  expect(open.map(({ code_hash: hash }) => Buffer.from(hash))).toEqual([hashEnrolmentCode(staffId, code)]);
  await admin`update staff_invitations set used_at = ${AT} where staff_id = ${staffId} and revoked_at is null`;
  const late = await openEnrolment({ approvalId }, second as TestStaff, AT);
  expect(late).toEqual({ ok: false, reason: "already_enrolled" });
  expect((await actsOn(admin, approvalId)).filter((act) => act === "open_enrolment")).toHaveLength(2);
});

test("days after the approval no code is given any more", async () => {
  const { approvalId } = await invite();
  await approveStaffAct(approvalId, executeInviteStaff, second as TestStaff);
  const later = new Date(AT.getTime() + 73 * 60 * 60 * 1000);
  expect(await openEnrolment({ approvalId }, second as TestStaff, later)).toEqual({
    ok: false,
    reason: "unknown_approval",
  });
});

test("while a person is shut out, no code is given for them, and one that was given opens nothing", async () => {
  const { staffId, approvalId } = await invite();
  await approveStaffAct(approvalId, executeInviteStaff, second as TestStaff);
  const opened = await openEnrolment({ approvalId }, second as TestStaff, AT);
  const code = opened.ok ? opened.value.code.replace("-", "") : "";
  await admin`update staff set disabled = true where id = ${staffId}`;
  expect(await findOpenEnrolment(staffId, (second as TestStaff).staffId, AT)).toBeUndefined();
  const again = await openEnrolment({ approvalId }, second as TestStaff, AT);
  expect(again).toEqual({ ok: false, reason: "person_disabled" });
  const type = () => db.transaction((tx) => checkInvitation(tx, { staffId, code }, AT));
  expect(await type()).toEqual({ ok: false, reason: "no_invitation" });
  await admin`update staff set disabled = false where id = ${staffId}`;
  expect(await type()).toEqual({ ok: true, value: "right" });
});
