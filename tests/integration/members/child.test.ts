import { expect, test } from "vitest";
import { admitAtCounter } from "@/lib/members/admit-at-counter";
import { listProxies } from "@/lib/members/list-proxies";
import { adminSql } from "../../support/database";
import { makeMember, makeStaff } from "../../support/fixtures";
import { personPlan } from "../../support/member-fixtures";
import { numberOf } from "../../support/merge-members";
import { MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const child = { bornOn: "平成30年4月1日", hasGuardian: "yes", isConfirmed: "yes" };

test("a child under fifteen is signed up with a guardian who may act for them, in one transaction", async () => {
  const [actor, guardian] = [await makeStaff(), await makeMember()];
  const guardianNumber = await numberOf(admin, guardian.memberId);
  const person = personPlan({ ...child, guardianNumber });
  const admitted = await admitAtCounter(person, actor, MAY_DAY);
  expect(admitted).toMatchObject({ ok: true, value: { memberId: person.id } });
  expect(await admitAtCounter(person, actor, MAY_DAY)).toEqual(admitted);
  const { rows } = await listProxies(person.id, MAY_DAY);
  expect(rows).toMatchObject([
    { relation: "guardian", scopes: ["view", "earn", "spend"], agentId: guardian.memberId, endsOn: "2028-05-01" },
  ]);
});

test("with a guardian who is not there nobody is signed up", async () => {
  const actor = await makeStaff();
  const gone = await makeMember();
  const guardianNumber = await numberOf(admin, gone.memberId);
  await admin`update members set state = 'leaving', leaves_at = now() where id = ${gone.memberId}`;
  const person = personPlan({ ...child, guardianNumber });
  expect(await admitAtCounter(person, actor, MAY_DAY)).toEqual({ ok: false, reason: "unknown_guardian" });
  expect(await admin`select 1 from members where id = ${person.id}`).toHaveLength(0);
});
