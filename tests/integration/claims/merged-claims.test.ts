import { expect, test } from "vitest";
import { db } from "@/db/client";
import { claimPoints } from "@/lib/claims/claim-points";
import { claimEventKey } from "@/lib/claims/decide-claim";
import { grantAtCounter } from "@/lib/claims/grant-at-counter";
import { findOffer, listOpenOffers } from "@/lib/claims/queries";
import { postGrant } from "@/lib/ledger/post-grant";
import { adminSql } from "../../support/database";
import { AT, balanceOf, makeMember, makeOffer, makeStaff } from "../../support/fixtures";
import { approveUndo, askUndo, mergeMembers } from "../../support/merge-members";

const admin = adminSql();

/** Somebody who has claimed an activity (100 points) and was then merged, over a third membership, into one who has not. */
async function mergedAfterClaim(limit: "once" | "daily" = "once") {
  const [maker, checker] = [await makeStaff(), await makeStaff()];
  const [first, between, stays] = [await makeMember(), await makeMember(), await makeMember()];
  const offer = await makeOffer(maker, { activity: { claimLimit: limit } });
  const claimed = await claimPoints({ token: offer.token, memberId: first.memberId, at: AT });
  if (!claimed.ok) throw new Error(claimed.reason);
  await mergeMembers(admin, { from: first.memberId, into: between.memberId }, maker, checker);
  const mergeId = await mergeMembers(admin, { from: between.memberId, into: stays.memberId }, maker, checker);
  return { maker, checker, stays, offer, mergeId, transferId: claimed.value.transferId };
}

test.each(["once", "daily"] as const)(
  "what a merged membership has claimed %s is not claimed again by the one that stays",
  async (limit) => {
    const { maker, stays, offer, transferId } = await mergedAfterClaim(limit);
    const first = { ok: true, value: { transferId, isRepeat: true } };
    expect(await claimPoints({ token: offer.token, memberId: stays.memberId, at: AT })).toMatchObject(first);
    const wish = { activityId: offer.activityId, memberId: stays.memberId };
    expect(await grantAtCounter(wish, maker, AT)).toMatchObject(first);
    expect((await findOffer(offer.token, stays.memberId, AT))?.received).toMatchObject({ transferId });
    const offers = await listOpenOffers(stays.memberId, { scope: "everywhere", most: 1_000 }, AT);
    expect(offers.filter(({ id }) => id === offer.activityId)).toMatchObject([{ received: { transferId } }]);
    expect(await balanceOf(stays.accountId)).toBe(100);
  },
);

test("the database refuses it to a claim that had looked before the merge, and the next day of a daily one is another", async () => {
  const { stays, offer } = await mergedAfterClaim("daily");
  const { activityId, programmeId } = offer;
  const grant = (at: Date) =>
    postGrant(db, {
      eventKey: claimEventKey({ activityId, memberId: stays.memberId, claimLimit: "daily" }, at),
      memberAccountId: stays.accountId,
      ...{ programmeId, activityId, points: 100, expiresOn: "2099-03-31", codeId: null },
      happenedAt: AT,
      actor: `member:${stays.memberId}`,
    });
  expect(await grant(AT)).toEqual({ ok: false, reason: "event_key_conflict" });
  expect(await grant(new Date(AT.getTime() + 24 * 60 * 60 * 1000))).toMatchObject({ ok: true });
});

test("after the undoing each of them has claimed what they claimed, and no more", async () => {
  const { maker, checker, stays, offer, mergeId } = await mergedAfterClaim();
  expect(await approveUndo(await askUndo(mergeId, maker), checker)).toMatchObject({ ok: true });
  const claim = { token: offer.token, memberId: stays.memberId, at: AT };
  expect(await claimPoints(claim)).toMatchObject({ ok: true, value: { isRepeat: false } });
  expect(await claimPoints(claim)).toMatchObject({ ok: true, value: { isRepeat: true } });
});

test("who has not signed in, and who has claimed nothing, is shown nothing received", async () => {
  const offer = await makeOffer(await makeStaff());
  const { memberId } = await makeMember();
  expect((await findOffer(offer.token, undefined, AT))?.received).toBeNull();
  expect((await findOffer(offer.token, memberId, AT))?.received).toBeNull();
});
