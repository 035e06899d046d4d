import { expect, test } from "vitest";
import { issueCode } from "@/lib/codes/issue-code";
import { findCodeByToken } from "@/lib/codes/queries";
import { reissueCode } from "@/lib/codes/reissue-code";
import { revokeCode } from "@/lib/codes/revoke-code";
import { newId } from "@/lib/shared/ids";
import { closeShop } from "@/lib/shops/close-shop";
import { createShop } from "@/lib/shops/create-shop";
import { adminSql } from "../../support/database";
import { actsOn, addStaff, MAY_DAY, shopPlan } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "ポスターが破れた";

async function issued() {
  const actor = await addStaff(admin);
  const shop = shopPlan();
  await createShop(shop, actor, MAY_DAY);
  const code = await issueCode({ shopId: shop.id }, actor, MAY_DAY);
  if (!code.ok) throw new Error(code.reason);
  return { actor, shopId: shop.id, ...code.value };
}

test("a reissue voids the old code and issues a new one in one act", async () => {
  const { actor, codeId, token, shopId } = await issued();
  const reissued = await reissueCode({ codeId, reason }, actor, MAY_DAY);
  if (!reissued.ok) throw new Error(reissued.reason);
  expect((await findCodeByToken(token))?.revokedAt).toEqual(MAY_DAY);
  expect(await findCodeByToken(reissued.value.token)).toMatchObject({ shopId, revokedAt: null });
  expect(await actsOn(admin, codeId)).toEqual(["issue_code"]);
  expect(await actsOn(admin, reissued.value.codeId)).toEqual(["reissue_code"]);
});

test("of ten simultaneous reissues one succeeds, and one code lives", async () => {
  const { actor, codeId, shopId } = await issued();
  const answers = await Promise.all(Array.from({ length: 10 }, () => reissueCode({ codeId, reason }, actor, MAY_DAY)));
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.reason === "not_live")).toHaveLength(9);
  const live = await admin`select id from codes where shop_id = ${shopId} and revoked_at is null`;
  expect(live).toHaveLength(1);
});

test("where no new code may be issued, the old one stays as it was", async () => {
  const { actor, codeId, shopId, token } = await issued();
  await closeShop({ shopId, reason: "閉店" }, actor, MAY_DAY);
  expect(await reissueCode({ codeId, reason }, actor, MAY_DAY)).toEqual({ ok: false, reason: "shop_closed" });
  expect((await findCodeByToken(token))?.revokedAt).toBeNull();
  expect(await actsOn(admin, codeId)).toEqual(["issue_code", "reissue_code denied: shop_closed"]);
});

test("revoking twice at once is one act with its reason, and a new code can be issued afterwards", async () => {
  const { actor, codeId, shopId } = await issued();
  const revoke = () => revokeCode({ codeId, reason }, actor, MAY_DAY);
  expect(await Promise.all([revoke(), revoke()])).toEqual([
    { ok: true, value: { codeId } },
    { ok: true, value: { codeId } },
  ]);
  const [act] = await admin`select reason from audit_entries where act = 'revoke_code' and target_id = ${codeId}`;
  expect(act).toEqual({ reason });
  expect(await actsOn(admin, codeId)).toEqual(["issue_code", "revoke_code"]);
  expect(await issueCode({ shopId }, actor, MAY_DAY)).toMatchObject({ ok: true, value: { isRepeat: false } });
});

test("an unknown code cannot be revoked", async () => {
  const { actor } = await issued();
  const codeId = newId();
  expect(await revokeCode({ codeId, reason }, actor, MAY_DAY)).toEqual({ ok: false, reason: "unknown_code" });
  expect(await actsOn(admin, codeId)).toEqual(["revoke_code denied: unknown_code"]);
});
