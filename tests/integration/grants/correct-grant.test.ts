import { expect, test } from "vitest";
import { correctGrant } from "@/lib/grants/correct-grant";
import { findGrant, listGrants } from "@/lib/grants/queries";
import { findBudget } from "@/lib/programmes/queries";
import { newId } from "@/lib/shared/ids";
import { adminSql } from "../../support/database";
import { addTown, balanceOf, grantPoints, payPoints } from "../../support/ledger-fixtures";
import { actsOn, MAY_DAY } from "../../support/staff-fixtures";

const admin = adminSql();
const reason = "二重に付与したため";

test("a grant is taken back with its reason, its budget is free again, and the act is recorded once", async () => {
  const town = await addTown(admin);
  const transferId = await grantPoints(town, 100);
  const corrected = await correctGrant({ transferId, points: 100, reason }, town.actor, MAY_DAY);
  expect(corrected).toMatchObject({ ok: true, value: { points: 100, isRepeat: false } });
  expect(await balanceOf(admin, town.accountId)).toBe(0);
  expect(await findBudget(town.programmeId, "everywhere")).toMatchObject({ used: 0 });
  expect(await findGrant(transferId, "everywhere")).toMatchObject({
    reversed: 100,
    reversalReason: reason,
    reversedBy: "職員",
  });
  expect(await actsOn(admin, transferId)).toEqual(["correct_grant"]);
});

test("twenty simultaneous corrections of one grant take it back once, with one audit row, and all get the same entry", async () => {
  const town = await addTown(admin);
  const transferId = await grantPoints(town, 100);
  await grantPoints(town, 50);
  const correct = () => correctGrant({ transferId, points: 100, reason }, town.actor, MAY_DAY);
  const answers = await Promise.all(Array.from({ length: 20 }, correct));
  expect(new Set(answers.map((answer) => answer.ok && !answer.value.draft && answer.value.transferId)).size).toBe(1);
  expect(await balanceOf(admin, town.accountId)).toBe(50);
  expect(await actsOn(admin, transferId)).toEqual(["correct_grant"]);
});

test("a grant that was spent in part is taken back only by the explicit choice of what remains", async () => {
  const town = await addTown(admin);
  const transferId = await grantPoints(town, 100);
  await payPoints(admin, town, 60);
  const whole = await correctGrant({ transferId, points: 100, reason }, town.actor, MAY_DAY);
  expect(whole).toEqual({ ok: false, reason: "grant_already_spent" });
  const rest = await correctGrant({ transferId, points: 40, reason }, town.actor, MAY_DAY);
  expect(rest).toMatchObject({ ok: true, value: { points: 40 } });
  expect(await balanceOf(admin, town.accountId)).toBe(0);
  const acts = ["correct_grant denied: grant_already_spent", "correct_grant"];
  expect(await actsOn(admin, transferId)).toEqual(acts);
});

test("a payment in the same moment as a correction never makes the wallet negative", async () => {
  const town = await addTown(admin);
  const transferId = await grantPoints(town, 100);
  const [corrected, paid] = await Promise.allSettled([
    correctGrant({ transferId, points: 100, reason }, town.actor, MAY_DAY),
    payPoints(admin, town, 60),
  ]);
  const isCorrected = corrected.status === "fulfilled" && corrected.value.ok;
  expect(isCorrected).not.toBe(paid.status === "fulfilled");
  expect(await balanceOf(admin, town.accountId)).toBe(isCorrected ? 0 : 40);
  const [act] = await actsOn(admin, transferId);
  expect(act).toMatch(
    isCorrected ? /^correct_grant$/ : /^correct_grant denied: (grant_already_spent|remainder_changed)$/,
  );
});

test("neither a payment nor an unknown entry is corrected as a grant", async () => {
  const town = await addTown(admin);
  await grantPoints(town, 100);
  const payment = await payPoints(admin, town, 60);
  for (const transferId of [payment, newId()]) {
    const corrected = await correctGrant({ transferId, points: 60, reason }, town.actor, MAY_DAY);
    expect(corrected).toEqual({ ok: false, reason: "unknown_transfer" });
    expect(await actsOn(admin, transferId)).toEqual(["correct_grant denied: unknown_transfer"]);
  }
});

test("a programme's grants page by key without a gap or a repeat, and a day's list has that day's", async () => {
  const town = await addTown(admin);
  for (let made = 0; made < 33; made += 1) await grantPoints(town, 1 + made);
  const nextDay = await grantPoints(town, 99, { happenedAt: new Date("2026-05-01T15:00:00Z") });
  const { programmeId } = town;
  const first = await listGrants({ programmeId, scope: "everywhere" });
  const second = await listGrants({ programmeId, scope: "everywhere" }, first.next ?? undefined);
  expect(first.rows).toHaveLength(30);
  expect(new Set([...first.rows, ...second.rows].map((row) => row.transferId)).size).toBe(34);
  expect(
    (await listGrants({ programmeId, on: "2026-05-02", scope: "everywhere" })).rows.map((row) => row.transferId),
  ).toEqual([nextDay]);
});
