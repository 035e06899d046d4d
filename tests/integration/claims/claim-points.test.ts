import { beforeAll, expect, test } from "vitest";
import { claimPoints } from "@/lib/claims/claim-points";
import { findOffer } from "@/lib/claims/queries";
import { adminSql } from "../../support/database";
import {
  AT,
  balanceOf,
  issueCodeFor,
  makeMember,
  makeOffer,
  makeStaff,
  makeTill,
  type TestStaff,
  transfersBy,
} from "../../support/fixtures";

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

const later = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);

test("twenty simultaneous scans of one code post one grant, and all twenty get the same receipt", async () => {
  const { token } = await makeOffer(staff);
  const { memberId, accountId } = await makeMember();
  const claims = await Promise.all(Array.from({ length: 20 }, () => claimPoints({ token, memberId, at: AT })));
  const receipts = claims.map((claim) => (claim.ok ? claim.value : claim.reason));
  expect(new Set(receipts.map((receipt) => JSON.stringify({ ...Object(receipt), isRepeat: null }))).size).toBe(1);
  expect(claims.filter((claim) => claim.ok && !claim.value.isRepeat)).toHaveLength(1);
  expect(await transfersBy(memberId, "grant")).toBe(1);
  expect(await balanceOf(accountId)).toBe(100);
});

test("a grant is one lot of the activity, with its code as evidence and its programme's expiry", async () => {
  const { token, activityId, codeId, programmeId } = await makeOffer(staff, {
    programme: { expiryKind: "months", expiryCount: 6 },
    activity: { points: 120 },
  });
  const { memberId, accountId } = await makeMember();
  await claimPoints({ token, memberId, at: AT });
  const [lot] =
    await admin`select l.points, o.remaining, activity_id, code_id, programme_id, fiscal_year, l.expires_on::text
      from lots l join open_lots o on o.lot_id = l.id where l.account_id = ${accountId}`;
  expect(lot).toEqual({
    points: 120,
    remaining: 120,
    activity_id: activityId,
    code_id: codeId,
    programme_id: programmeId,
    fiscal_year: 2026,
    expires_on: "2026-11-30",
  });
});

test("two people who scan one code receive once each", async () => {
  const { token } = await makeOffer(staff);
  const [one, other] = [await makeMember(), await makeMember()];
  await Promise.all([one, other, one, other].map(({ memberId }) => claimPoints({ token, memberId, at: AT })));
  expect([await balanceOf(one.accountId), await balanceOf(other.accountId)]).toEqual([100, 100]);
});

test("a second scan gives the first receipt, also after the window has closed and the code was replaced", async () => {
  const { token, activityId, codeId } = await makeOffer(staff);
  const { memberId } = await makeMember();
  const first = await claimPoints({ token, memberId, at: AT });
  await admin`update codes set revoked_at = now(), revoked_by = ${staff.staffId}, revoke_reason = 'lost' where id = ${codeId}`;
  const again = await claimPoints({ token, memberId, at: later(100) });
  expect(again).toEqual({ ok: true, value: { ...(first.ok && first.value), isRepeat: true } });
  const { token: reissued } = await issueCodeFor(staff, { activityId });
  expect(await claimPoints({ token: reissued, memberId, at: AT })).toEqual(again);
  expect(await transfersBy(memberId, "grant")).toBe(1);
});

test("a daily activity grants once per day of the city", async () => {
  const week = { claimLimit: "daily" as const, endsAt: later(72), closesAt: later(72) };
  const { token } = await makeOffer(staff, { activity: week });
  const { memberId, accountId } = await makeMember();
  for (const hours of [0, 1, 13.7, 13.9, 24]) await claimPoints({ token, memberId, at: later(hours) });
  expect(await balanceOf(accountId)).toBe(200);
});

test("points that staff changed between two simultaneous claims still grant once, and both get one receipt", async () => {
  const { token, activityId } = await makeOffer(staff);
  const { memberId, accountId } = await makeMember();
  const claims = Array.from({ length: 10 }, () => claimPoints({ token, memberId, at: AT }));
  const change = admin`update activities set points = 130 where id = ${activityId}`;
  const settled = await Promise.all([change, ...claims]).then(([, ...results]) => results);
  const ids = settled.map((claim) => (claim.ok ? claim.value.transferId : claim.reason));
  expect(new Set(ids).size).toBe(1);
  expect([100, 130]).toContain(await balanceOf(accountId));
});

test("each thing that stands against a claim is refused by its own reason and moves nothing", async () => {
  const { memberId, accountId } = await makeMember();
  const { token, activityId, codeId } = await makeOffer(staff);
  const reasonAt = async (at: Date) => {
    const claim = await claimPoints({ token, memberId, at });
    return claim.ok ? "ok" : claim.reason;
  };
  expect(await reasonAt(later(-1))).toBe("not_open_yet");
  expect(await reasonAt(later(3))).toBe("closed");
  await admin`update activities set cancelled_at = now() where id = ${activityId}`;
  expect(await reasonAt(AT)).toBe("cancelled");
  await admin`update codes set revoked_at = now(), revoked_by = ${staff.staffId}, revoke_reason = 'lost' where id = ${codeId}`;
  expect(await reasonAt(AT)).toBe("revoked_code");
  expect(await claimPoints({ token: "A".repeat(22), memberId, at: AT })).toEqual({ ok: false, reason: "unknown_code" });
  const { token: shopToken } = await makeTill(staff);
  expect(await claimPoints({ token: shopToken, memberId, at: AT })).toEqual({ ok: false, reason: "unknown_code" });
  expect(await balanceOf(accountId)).toBe(0);
});

test("a programme grants within its budget only: the one who comes too late is told so", async () => {
  const { token } = await makeOffer(staff, { programme: { budget: 250 } });
  const people = await Promise.all(Array.from({ length: 6 }, () => makeMember()));
  const claims = await Promise.all(people.map(({ memberId }) => claimPoints({ token, memberId, at: AT })));
  expect(claims.filter((claim) => claim.ok)).toHaveLength(2);
  expect(claims.filter((claim) => !claim.ok).map((claim) => !claim.ok && claim.reason)).toEqual(
    Array(4).fill("budget_exhausted"),
  );
});

test("the page of a code shows the offer to anybody, and a receipt to its owner alone", async () => {
  const { token } = await makeOffer(staff);
  const [one, other] = [await makeMember(), await makeMember()];
  const claim = await claimPoints({ token, memberId: one.memberId, at: AT });
  const shown = await findOffer(token, undefined, AT);
  expect(shown).toMatchObject({ title: "多摩川ウオーキング", points: 100, domain: { name: "健康" }, received: null });
  expect((await findOffer(token, other.memberId, AT))?.received).toBeNull();
  expect((await findOffer(token, one.memberId, AT))?.received?.transferId).toBe(claim.ok && claim.value.transferId);
  expect(await findOffer("B".repeat(22), undefined, AT)).toBeUndefined();
});
