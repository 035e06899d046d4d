import { beforeAll, expect, test } from "vitest";
import { findTargetNames } from "@/lib/audit/find-target-names";
import { sealField } from "@/lib/open-field";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { addMember, addStaff } from "../../support/staff-fixtures";

const admin = adminSql();
let staffId: string;
let memberId: string;
beforeAll(async () => {
  ({ staffId } = await addStaff(admin));
  ({ memberId } = await addMember(admin));
  await admin`update members set nickname_encrypted = ${sealField("花子")} where id = ${memberId}`;
});

test("a person of the staff is told by name, a member by number alone, and what has no name is left out", async () => {
  const entry = newId();
  const named = await findTargetNames([staffId, memberId, entry, "shop.write", null].map((targetId) => ({ targetId })));
  expect(named.get(staffId)).toBe("職員");
  expect(named.get(memberId)).toMatch(/^\d{4}-\d{4}-\d$/);
  expect([...named.keys()].sort()).toEqual([staffId, memberId].sort());
});

test("acts on nothing ask nothing", async () => {
  expect(await findTargetNames([{ targetId: null }])).toEqual(new Map());
});
