import { expect, test } from "vitest";
import { correctPayment } from "@/lib/grants/correct-payment";
import { findPayment } from "@/lib/grants/queries";
import { adminSql } from "../../support/database";
import { addTown, balanceOf, grantPoints, payPoints } from "../../support/ledger-fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "金額の打ち間違い";

async function paidTown() {
  const town = await addTown(admin);
  await grantPoints(town, 500);
  return { ...town, transferId: await payPoints(admin, town, 500) };
}

test("a payment is given back in part, once, with its reason and one audit row", async () => {
  const { transferId, ...town } = await paidTown();
  const corrected = await correctPayment({ transferId, points: 450, reason }, town.actor, MAY_DAY);
  expect(corrected).toMatchObject({ ok: true, value: { points: 450, isRepeat: false } });
  expect(await balanceOf(admin, town.accountId)).toBe(450);
  expect(await findPayment(transferId, "everywhere")).toMatchObject({
    points: 500,
    reversed: 450,
    reversalReason: reason,
  });
  const again = await correctPayment({ transferId, points: 450, reason }, town.actor, MAY_DAY);
  expect(again).toMatchObject({ ok: true, value: { points: 450, isRepeat: true } });
  expect(await correctPayment({ transferId, points: 50, reason }, town.actor, MAY_DAY)).toEqual({
    ok: false,
    reason: "already_reversed",
  });
  expect(await actsOn(admin, transferId)).toEqual(["correct_payment", "correct_payment denied: already_reversed"]);
});

test("two different refunds at once: one is made, the other is told that it came second", async () => {
  const { transferId, ...town } = await paidTown();
  const answers = await Promise.all(
    [200, 300].map((points) => correctPayment({ transferId, points, reason }, town.actor, MAY_DAY)),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, reason: "already_reversed" });
  expect(await actsOn(admin, transferId)).toEqual(["correct_payment", "correct_payment denied: already_reversed"]);
});

test("more than was paid is refused", async () => {
  const { transferId, ...town } = await paidTown();
  expect(await correctPayment({ transferId, points: 501, reason }, town.actor, MAY_DAY)).toEqual({
    ok: false,
    reason: "more_than_original",
  });
  expect(await actsOn(admin, transferId)).toEqual(["correct_payment denied: more_than_original"]);
  expect(await balanceOf(admin, town.accountId)).toBe(0);
});
