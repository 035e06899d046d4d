import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { signInMember } from "@/lib/auth/sign-in-member";
import { startSession } from "@/lib/auth/start-session";
import { claimPoints } from "@/lib/claims/claim-points";
import { verifyLedger } from "@/lib/ledger/verify-ledger";
import { joinCard } from "@/lib/members/join-card";
import { findCardPrint } from "@/lib/members/queries";
import { useBrowser } from "../../support/browser";
import { makeHolder, PIN } from "../../support/card-holder";
import { adminSql } from "../../support/database";
import { AT, balanceOf, earn, makeMember, makeOffer, makeStaff } from "../../support/fixtures";
import { giveMemberPasskey } from "../../support/member-passkeys";
import { askCode, from, memberEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
beforeEach(() => void useBrowser());

/** Somebody who signed in by mail just now. */
async function signIn() {
  const email = await memberEmail(AT);
  const browser = useBrowser();
  await signInMember(await askCode({ email, at: AT }), from(), AT);
  const session = () => findSession(browser.get(MEMBER_COOKIE) ?? "", AT);
  return { email, session, memberId: (await session())?.memberId ?? "" };
}

test("after the join the session and the address of the app open the card's wallet", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff, 100);
  const app = await signIn();
  await giveMemberPasskey(app.memberId);
  const wish = { memberId: app.memberId, card: holder.card, pin: PIN };
  expect(await joinCard(wish, AT)).toEqual({ ok: true, value: { memberId: holder.memberId } });
  const session = await app.session();
  expect(session?.memberId).toBe(holder.memberId);
  expect(await balanceOf(session?.accountId ?? 0)).toBe(100);
  const browser = useBrowser();
  await signInMember(await askCode({ email: app.email, at: AT }), from(), AT);
  expect(await findSession(browser.get(MEMBER_COOKIE) ?? "", AT)).toMatchObject({ memberId: holder.memberId });
  const [gone] = await admin`select state, merged_into_id, email_index from members where id = ${app.memberId}`;
  expect(gone).toEqual({ state: "merged", merged_into_id: holder.memberId, email_index: null });
  const [merge] =
    await admin`select points, approval_id, moved from member_merges where from_member_id = ${app.memberId}`;
  expect(merge).toMatchObject({
    points: "0",
    approval_id: null,
    moved: { emailMark: expect.any(String), passkeys: [expect.any(String)] },
  });
});

test("points that an app account receives in the moment of its join are in the card's wallet, and none are left behind", async () => {
  const staff = await makeStaff();
  const offer = await makeOffer(staff, { activity: { points: 100 } });
  for (let round = 0; round < 5; round += 1) {
    const holder = await makeHolder(staff);
    const app = await signIn();
    const accountId = (await app.session())?.accountId ?? 0;
    const wish = { memberId: app.memberId, card: holder.card, pin: PIN };
    const claim = { token: offer.token, memberId: app.memberId, at: AT };
    const [joined, claimed] = await Promise.all([joinCard(wish, AT), claimPoints(claim)]);
    // Whoever comes first decides: the join finds a history or takes the points along, or the claim finds a wallet that is shut.
    const points = claimed.ok ? 100 : 0;
    if (!claimed.ok) expect([joined.ok, claimed.reason]).toEqual([true, "member_suspended"]);
    if (!joined.ok) expect([claimed.ok, joined.reason]).toEqual([true, "has_history"]);
    const [card] =
      await admin`select balance from wallets join members using (account_id) where id = ${holder.memberId}`;
    const expected = joined.ok ? [0, points] : [points, 0];
    expect([await balanceOf(accountId), card?.balance]).toEqual(expected);
  }
  expect((await verifyLedger(db)).faults).toEqual([]);
});

test("a card joins by its own address as by its number", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const print = await findCardPrint(holder.memberId);
  const { memberId } = await signIn();
  const wish = { memberId, card: { by: "card", token: print?.token ?? "" } as const, pin: PIN };
  expect(await joinCard(wish, AT)).toMatchObject({ ok: true });
});

test("twenty joins at the same moment are one", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const { memberId } = await signIn();
  const wish = { memberId, card: holder.card, pin: PIN };
  const answers = await Promise.all(Array.from({ length: 20 }, () => joinCard(wish, AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await admin`select 1 from member_merges where from_member_id = ${memberId}`).toHaveLength(1);
});

test("two apps that join one card at the same moment both end in its wallet, with both addresses or one of them", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const apps = [await signIn(), await signIn()];
  const answers = await Promise.all(
    apps.map(({ memberId }) => joinCard({ memberId, card: holder.card, pin: PIN }, AT)),
  );
  expect(answers.map((answer) => (answer.ok ? "joined" : answer.reason)).sort()).toEqual(["has_email", "joined"]);
});

test("a member who has moved a point is told that the counter merges, whatever the PIN", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const { memberId } = await makeMember();
  await earn(staff, memberId, 10);
  for (const pin of [PIN, "1357"])
    expect(await joinCard({ memberId, card: holder.card, pin }, AT)).toEqual({ ok: false, reason: "has_history" });
});

test("an unknown number, a wrong PIN and a void card are told alike, and change nothing", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const app = await signIn();
  const wrong = { ok: false, reason: "wrong_card" };
  const unknown = { by: "number", number: "999999998" } as const;
  expect(await joinCard({ memberId: app.memberId, card: holder.card, pin: "1357" }, AT)).toEqual(wrong);
  expect(await joinCard({ memberId: app.memberId, card: unknown, pin: PIN }, AT)).toEqual(wrong);
  await admin`update member_cards set revoked_at = now(), revoked_by = ${staff.staffId}, revoke_reason = 'x'
    where member_id = ${holder.memberId}`;
  expect(await joinCard({ memberId: app.memberId, card: holder.card, pin: PIN }, AT)).toEqual(wrong);
  expect((await app.session())?.memberId).toBe(app.memberId);
});

test("a joined session goes on as the card's member from its next request", async () => {
  const staff = await makeStaff();
  const holder = await makeHolder(staff);
  const { memberId } = await makeMember();
  const browser = useBrowser();
  await startSession({ memberId }, AT);
  await joinCard({ memberId, card: holder.card, pin: PIN }, AT);
  const session = await findSession(browser.get(MEMBER_COOKIE) ?? "", AT);
  expect(session?.memberId).toBe(holder.memberId);
});
