import { beforeEach, expect, test, vi } from "vitest";
import { requirePermission } from "@/lib/auth/guards";
import { startSession } from "@/lib/auth/start-session";
import { disableStaff } from "@/lib/staff/disable-staff";
import { draftReturn } from "@/lib/staff/draft-return";
import { executeEnableStaff } from "@/lib/staff/execute-enable-staff";
import { executeRecoverStaff } from "@/lib/staff/execute-recover-staff";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff, type TestStaff } from "../../support/fixtures";
import { approveStaffAct, makePerson, noAdministrators } from "../../support/staff-acts";
import { actsOn } from "../../support/staff-fixtures";
import { plainWords } from "../../support/staff-words";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
let [first, second]: TestStaff[] = [];
beforeEach(async () => {
  useBrowser();
  await noAdministrators(admin);
  [first, second] = [await makePerson(admin, "administrator"), await makePerson(admin, "administrator")];
});

const reason = "退職のため";
const disable = (staffId: string, by = first as TestStaff) => disableStaff({ staffId, reason }, by, AT);
const isDisabled = async (staffId: string) =>
  (await admin<{ disabled: boolean }[]>`select disabled from staff where id = ${staffId}`)[0]?.disabled;

test("a person is shut out at once: their next request finds no session", async () => {
  const person = await makeStaff();
  await startSession({ staffId: person.staffId, factor: "totp" }, new Date());
  expect(await requirePermission("shop.read")).toMatchObject({ staffId: person.staffId });
  expect(await disable(person.staffId)).toEqual({ ok: true, value: { id: person.staffId } });
  await expect(requirePermission("shop.read")).rejects.toThrow();
  expect(await admin`select 1 from staff_sessions where staff_id = ${person.staffId}`).toHaveLength(0);
  expect(await actsOn(admin, person.staffId)).toContain("disable_staff");
});

test("two administrators who shut each other out at once: one wins, and two remain", async () => {
  const third = await makePerson(admin, "administrator");
  const [one, other] = [first as TestStaff, third];
  const answers = await Promise.all([disable(other.staffId, one), disable(one.staffId, other)]);
  expect(answers.map((answer) => (answer.ok ? "done" : answer.reason)).sort()).toEqual(["done", "not_administrator"]);
  const left = await admin`select 1 from staff s join staff_roles r on r.staff_id = s.id
    where r.role = 'administrator' and r.ended_at is null and not s.disabled`;
  expect(left).toHaveLength(2);
});

test("the last two administrators cannot be shut out, nor anybody by themselves", async () => {
  const { staffId } = second as TestStaff;
  expect(await disable(staffId)).toEqual({ ok: false, reason: "last_administrators" });
  expect(await disable(staffId, second)).toEqual({ ok: false, reason: "own_account" });
  expect(await isDisabled(staffId)).toBe(false);
  expect(await actsOn(admin, staffId)).toEqual([
    "disable_staff denied: last_administrators",
    "disable_staff denied: own_account",
  ]);
});

test("to be let in again takes two administrators", async () => {
  const { staffId } = await makeStaff();
  const wish = { kind: "enable_staff", staffId, reason: "復職のため" } as const;
  expect(await draftReturn(wish, plainWords, first as TestStaff, AT)).toEqual({ ok: false, reason: "not_disabled" });
  await disable(staffId);
  const opened = await draftReturn(wish, plainWords, first as TestStaff, AT);
  if (!opened.ok) throw new Error(opened.reason);
  expect(await isDisabled(staffId)).toBe(true);
  const own = await approveStaffAct(opened.value.id, executeEnableStaff, first as TestStaff);
  expect(own).toEqual({ ok: false, reason: "own_draft" });
  expect(await approveStaffAct(opened.value.id, executeEnableStaff, second as TestStaff)).toMatchObject({ ok: true });
  expect(await isDisabled(staffId)).toBe(false);
});

test("a recovery ends every session when it is approved, and not before", async () => {
  const { staffId } = await makeStaff();
  await startSession({ staffId, factor: "totp" }, new Date());
  const opened = await draftReturn({ kind: "recover_staff", staffId, reason }, plainWords, first as TestStaff, AT);
  if (!opened.ok) throw new Error(opened.reason);
  expect(await requirePermission("shop.read")).toMatchObject({ staffId });
  expect(await approveStaffAct(opened.value.id, executeRecoverStaff, second as TestStaff)).toMatchObject({ ok: true });
  await expect(requirePermission("shop.read")).rejects.toThrow();
});
