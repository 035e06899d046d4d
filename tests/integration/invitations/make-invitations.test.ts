import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { readInvitationCode } from "@/lib/members/decide-invitation";
import { listInvitationBatches } from "@/lib/members/list-invitations";
import { makeInvitations } from "@/lib/members/make-invitations";
import { revokeInvitations } from "@/lib/members/revoke-invitations";
import { takeInvitation } from "@/lib/members/take-invitation";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { makeStaff, type TestStaff } from "../../support/fixtures";
import { beginTest } from "../../support/invitation-fixtures";
import { actsOn, addMember, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

const wish = (count: number, batchId = newId()) => ({ batchId, label: "町会の方", count, days: 30 });
async function make(count: number) {
  const asked = wish(count);
  const made = await makeInvitations(asked, staff, MAY_DAY);
  if (!made.ok) throw new Error(made.reason);
  return { batchId: asked.batchId, codes: made.value };
}
const codeOf = (shown: string) => {
  const read = readInvitationCode(shown);
  return read.ok ? read.value : undefined;
};

test("outside of a closed test none are made, and the try is on record", async () => {
  const asked = wish(3);
  expect(await makeInvitations(asked, staff, MAY_DAY)).toMatchObject({ reason: "no_closed_test" });
  expect(await actsOn(admin, asked.batchId)).toEqual(["make_invitations denied: no_closed_test"]);
  await beginTest(admin);
});

test("a list of a thousand has a thousand codes, shown once and kept as hashes only", async () => {
  const { batchId, codes } = await make(1000);
  expect(new Set(codes).size).toBe(1000);
  const kept = await admin`select t::text as row from test_invitations t where batch_id = ${batchId}`;
  expect(kept).toHaveLength(1000);
  const whole = kept.map(({ row }) => String(row)).join("\n");
  for (const code of codes.slice(0, 50)) expect(whole).not.toContain(codeOf(code) ?? "no code");
  expect(await makeInvitations(wish(5, batchId), staff, MAY_DAY)).toMatchObject({ reason: "batch_exists" });
  const [row] = await admin`select after from audit_entries where target_id = ${batchId} and outcome = 'done'`;
  expect(JSON.stringify(row?.after)).not.toContain(codes[0] ?? "no code");
});

test("the list tells how many were used, and what nobody used is made void at once", async () => {
  const { batchId, codes } = await make(4);
  const { memberId } = await addMember(admin);
  const take = (id: string, code: string | undefined) =>
    db.transaction((tx) => takeInvitation(tx, { memberId: id, code }, MAY_DAY));
  expect(await take(memberId, codeOf(codes[0] ?? ""))).toMatchObject({ ok: true });
  const rowNow = async () => (await listInvitationBatches(MAY_DAY)).rows.find((row) => row.batchId === batchId);
  expect(await rowNow()).toMatchObject({ used: 1, open: 3, expired: 0, revoked: 0, label: "町会の方" });
  expect(await revokeInvitations(batchId, staff, MAY_DAY)).toEqual({ ok: true, value: { revoked: 3 } });
  expect(await rowNow()).toMatchObject({ used: 1, open: 0, revoked: 3 });
  expect(await take((await addMember(admin)).memberId, codeOf(codes[1] ?? ""))).toMatchObject({
    reason: "invitation_revoked",
  });
  expect(await revokeInvitations(batchId, staff, MAY_DAY)).toMatchObject({ reason: "nothing_to_revoke" });
});

test("of a use and a revocation at once one wins, and the database lets neither undo the other", async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const { batchId, codes } = await make(1);
    const { memberId } = await addMember(admin);
    const [used, revoked] = await Promise.all([
      db.transaction((tx) => takeInvitation(tx, { memberId, code: codeOf(codes[0] ?? "") }, MAY_DAY)),
      revokeInvitations(batchId, staff, MAY_DAY),
    ]);
    expect([used.ok, revoked.ok].filter(Boolean)).toHaveLength(1);
  }
});
