import { expect, test } from "vitest";
import { createShop } from "@/lib/shops/create-shop";
import { adminSql } from "../../support/database";
import { actsOn, addStaff, MAY_DAY, shopPlan } from "../../support/staff-fixtures";

const admin = adminSql();

test("a shop sent twice at once is one shop with an account and one audit row", async () => {
  const actor = await addStaff(admin);
  const plan = shopPlan();
  const answers = await Promise.all([createShop(plan, actor, MAY_DAY), createShop(plan, actor, MAY_DAY)]);
  expect(answers.every((answer) => answer.ok && answer.value.id === plan.id)).toBe(true);
  const [made] = await admin`select a.kind from shops s join accounts a on a.id = s.account_id where s.id = ${plan.id}`;
  expect(made).toEqual({ kind: "shop" });
  expect(await actsOn(admin, plan.id)).toEqual(["create_shop"]);
});

test("a shop of a category that does not exist is refused, and only the refusal is recorded", async () => {
  const actor = await addStaff(admin);
  const plan = shopPlan({ categoryId: "nowhere" });
  expect(await createShop(plan, actor, MAY_DAY)).toEqual({ ok: false, reason: "unknown_category" });
  const acts = await admin`select outcome, reason from audit_entries where target_id = ${plan.id}`;
  expect([...acts]).toEqual([{ outcome: "denied", reason: "unknown_category" }]);
});
