import { expect, test } from "vitest";
import { newId } from "@/lib/shared/ids";
import { draftPlan, makeDraft } from "../../support/approval-fixtures";
import { adminSql, appSql } from "../../support/database";
import { addMember, addStaff, linkOwn } from "../../support/staff-fixtures";

const admin = adminSql();
const app = appSql();

const refused = (message: string) => ({ code: "KP003", message });

async function waiting(changes: Parameters<typeof draftPlan>[1] = {}) {
  const [maker, checker] = [await addStaff(admin), await addStaff(admin)];
  const { id } = await makeDraft(draftPlan(maker.sectionId, changes), maker);
  const end = (checkerId: string) =>
    app`update approvals set state = 'approved', checker_id = ${checkerId}, ended_at = now() where id = ${id}`;
  return { maker, checker, id, end };
}

test("the table itself refuses a maker as checker", async () => {
  const { maker, id, end } = await waiting();
  await expect(end(maker.staffId)).rejects.toMatchObject({ code: "23514", constraint_name: "approvals_two_persons" });
  expect(await admin`select state from approvals where id = ${id}`).toEqual([{ state: "pending" }]);
});

test("what is asked for never changes, and the app may not even try", async () => {
  const { id } = await waiting();
  for (const change of ["payload = '{}'", "reason = 'x'", "maker_id = gen_random_uuid()", "expires_at = now()"]) {
    await expect(app.unsafe(`update approvals set ${change} where id = '${id}'`)).rejects.toMatchObject({
      code: "42501",
    });
    const byOwner = admin.unsafe(`update approvals set ${change} where id = '${id}'`);
    await expect(byOwner).rejects.toMatchObject(refused("approval_never_changes"));
  }
  await expect(app`delete from approvals where id = ${id}`).rejects.toMatchObject({ code: "42501" });
});

test("a draft ends once: neither another ending nor the way back is taken", async () => {
  const { checker, id, end } = await waiting();
  await end(checker.staffId);
  await expect(end(checker.staffId)).rejects.toMatchObject(refused("already_decided"));
  const back = app`update approvals set state = 'pending', checker_id = null, ended_at = null where id = ${id}`;
  await expect(back).rejects.toMatchObject(refused("already_decided"));
});

test("a draft is born pending, of an enabled maker", async () => {
  const { maker, checker, id } = await waiting();
  const copy = (state: string, checkerId: string | null) => app`
    insert into approvals (id, fiscal_year, number, kind, payload, payload_hash, effect, reason, target_kind, maker_id, state, created_at,
                           expires_at, checker_id, ended_at)
      select ${newId()}, fiscal_year, number + 1000, kind, payload, payload_hash, effect, reason, target_kind, maker_id, ${state}, created_at,
             expires_at, ${checkerId}::uuid, case when ${state} = 'pending' then null else now() end from approvals where id = ${id}`;
  await expect(copy("approved", checker.staffId)).rejects.toMatchObject(refused("not_pending"));
  await admin`update staff set disabled = true where id = ${maker.staffId}`;
  await expect(copy("pending", null)).rejects.toMatchObject(refused("staff_disabled"));
});

test("the owner of the wallet and a disabled person end nothing", async () => {
  const { memberId } = await addMember(admin);
  const { checker, end } = await waiting({ kind: "correct_grant", memberId });
  await linkOwn(admin, checker.staffId, memberId);
  await expect(end(checker.staffId)).rejects.toMatchObject(refused("own_wallet"));
  await admin`update staff set disabled = true where id = ${checker.staffId}`;
  await expect(end(checker.staffId)).rejects.toMatchObject(refused("staff_disabled"));
});

test("what a maker asked for is not approved once they are shut out, or once the wallet is known as theirs; it can be sent back", async () => {
  const { memberId } = await addMember(admin);
  const { maker, checker, id, end } = await waiting({ kind: "correct_grant", memberId });
  await linkOwn(admin, maker.staffId, memberId);
  await expect(end(checker.staffId)).rejects.toMatchObject(refused("maker_own_wallet"));
  await admin`update staff set disabled = true where id = ${maker.staffId}`;
  await expect(end(checker.staffId)).rejects.toMatchObject(refused("maker_gone"));
  await app`update approvals set state = 'sent_back', checker_id = ${checker.staffId}, ended_at = now(), note = 'x' where id = ${id}`;
  expect(await admin`select state from approvals where id = ${id}`).toEqual([{ state: "sent_back" }]);
});
