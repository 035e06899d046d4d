import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { hashEnrolmentCode, type InvitationWish, openInvitation } from "@/lib/staff/open-invitation";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";

const admin = adminSql();
let staffId: string;
beforeAll(async () => {
  ({ staffId } = await makeStaff());
});

const open = (wish: Partial<InvitationWish> = {}) =>
  db.transaction((tx) => openInvitation(tx, { staffId, kind: "first", approvalId: null, ...wish }, AT));

const invitations = () => admin<{ codeHash: Buffer; isOpen: boolean; hours: number }[]>`
  select code_hash as "codeHash", used_at is null and revoked_at is null as "isOpen",
         extract(epoch from expires_at - created_at)::int / 3600 as hours
    from staff_invitations where staff_id = ${staffId} order by id`;

test("an invitation's code is shown once, as two groups of four, and only its hash is kept for 72 hours", async () => {
  const code = await open();
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const [kept] = await invitations();
  expect(kept).toMatchObject({ isOpen: true, hours: 72 });
  expect(kept?.codeHash).toEqual(hashEnrolmentCode(staffId, code.replace("-", "")));
});

test("a second invitation voids the first, also when both are made at the same moment", async () => {
  await Promise.all([open(), open({ kind: "recovery" }), open()]);
  const states = (await invitations()).map(({ isOpen }) => isOpen);
  expect(states.filter(Boolean)).toHaveLength(1);
  expect(states.length).toBeGreaterThan(2);
});
