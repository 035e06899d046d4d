import { beforeEach, expect, test, vi } from "vitest";
import { endVisitAction, touchVisitAction } from "@/app/admin/(counter)/counter/actions";
import { requirePermission } from "@/lib/auth/guards";
import { requireVisitOf } from "@/lib/auth/require-visit";
import { startSession } from "@/lib/auth/start-session";
import { newId } from "@/lib/shared/ids";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { makeStaff } from "../../support/fixtures";
import { endOf, startVisit } from "../../support/visit-fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeEach(() => void useBrowser());

/** A signed-in member of staff at the counter, with a former visit and the one that is open now. */
async function sitAtCounter() {
  const staff = await makeStaff();
  await admin`insert into staff_roles (id, staff_id, role, granted_at) values (${newId()}, ${staff.staffId}, 'counter', now())`;
  await startSession({ staffId: staff.staffId, factor: "totp" }, new Date());
  const { sessionId } = await requirePermission("counter.act");
  const former = await startVisit(staff, sessionId);
  return { former, now: await startVisit(staff, sessionId) };
}

function formOf(visitId: string): FormData {
  const form = new FormData();
  form.set("visitId", visitId);
  return form;
}
const leaves = expect.objectContaining({ digest: expect.stringContaining(";/admin/counter?ended=yes;") });
const seenAt = async (visitId: string) =>
  (await admin`select last_seen_at::text as at from counter_visits where id = ${visitId}`)[0]?.at;

test("an act, a touch and the way out are of the visit that sent them, and leave another one as it is", async () => {
  const { former, now } = await sitAtCounter();
  const before = await seenAt(now.visitId);
  for (const visitId of [former.visitId, newId(), "x", ""]) {
    expect(await touchVisitAction(visitId)).toBe(false);
    await expect(endVisitAction(formOf(visitId))).rejects.toEqual(leaves);
    await expect(requireVisitOf(formOf(visitId))).rejects.toEqual(leaves);
  }
  expect(await seenAt(now.visitId)).toBe(before);
  expect(await endOf(admin, now.visitId)).toBeNull();
});

test("what is no visit at all is refused, not a fault", async () => {
  await sitAtCounter();
  for (const sent of [undefined, null, 7, [newId()], { id: newId() }] as unknown[]) {
    expect(await touchVisitAction(sent as string)).toBe(false);
    await expect(endVisitAction(sent as FormData)).rejects.toEqual(leaves);
    await expect(requireVisitOf(sent)).rejects.toEqual(leaves);
  }
});

test("the visit that is open is seen, acted in and ended by its own pages", async () => {
  const { now } = await sitAtCounter();
  const before = await seenAt(now.visitId);
  expect(await touchVisitAction(now.visitId)).toBe(true);
  expect(await seenAt(now.visitId)).not.toBe(before);
  expect((await requireVisitOf(formOf(now.visitId))).visit).toEqual({ visitId: now.visitId, memberId: now.memberId });
  await expect(endVisitAction(formOf(now.visitId))).rejects.toEqual(leaves);
  expect(await endOf(admin, now.visitId)).toBe("left");
});
