import { beforeEach, expect, test, vi } from "vitest";
import { actFor, stopActing } from "@/lib/auth/act-for";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { startSession } from "@/lib/auth/start-session";
import { claimPoints } from "@/lib/claims/claim-points";
import { listHistory } from "@/lib/history/queries";
import type { ProxyScope } from "@/lib/members/decide-proxy";
import { endOwnProxy, endProxyForMember } from "@/lib/members/end-proxy";
import { liftSuspension } from "@/lib/members/lift-suspension";
import { listProxies } from "@/lib/members/list-proxies";
import { openProxy } from "@/lib/members/open-proxy";
import { suspendMember } from "@/lib/members/suspend-member";
import { newId } from "@/lib/shared/ids";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { quotePayment } from "@/lib/spending/quote-payment";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeOffer, makeStaff, makeTill } from "../../support/fixtures";
import { numberOf } from "../../support/merge-members";
import { actsOn, linkOwn, MAY_DAY } from "../../support/staff-fixtures";

vi.mock("next/headers", () => import("../../support/browser"));
beforeEach(() => void useBrowser());

const admin = adminSql();

async function family(scopes: ProxyScope[] = ["view", "earn", "spend"], endsOn = "2099-03-31") {
  const staff = await makeStaff();
  const [child, guardian] = [await makeMember(), await makeMember()];
  const number = await numberOf(admin, guardian.memberId);
  const order = {
    memberId: child.memberId,
    number,
    relation: "guardian",
    consent: "guardian_of_minor",
    scopes,
  } as const;
  const open = (day: string) => openProxy({ ...order, scopes: [...scopes], endsOn: day }, staff, AT);
  const opened = await open("2027-05-01");
  if (!opened.ok) throw new Error(opened.reason);
  await admin`update proxies set ends_on = ${endsOn} where id = ${opened.value.proxyId}`;
  return { staff, child, guardian, open, proxyId: opened.value.proxyId };
}

/** Signs the guardian in on this browser; what the next request then is. */
async function signIn(memberId: string) {
  const browser = useBrowser();
  await startSession({ memberId }, AT);
  return (at = AT) => findSession(browser.get(MEMBER_COOKIE) ?? "", at);
}

const eventsOf = async (memberId: string) =>
  (await admin`select kind, actor from member_events where member_id = ${memberId} and kind = 'acted_for'`).map(
    ({ actor }) => actor,
  );

test("both sides see a proxy, and the member who acts is the other from the next request on, until they stop", async () => {
  const { child, guardian, proxyId } = await family();
  for (const { memberId } of [child, guardian])
    expect((await listProxies(memberId, AT)).rows).toMatchObject([{ proxyId }]);
  const request = await signIn(guardian.memberId);
  expect(await actFor(proxyId, guardian.memberId, AT)).toBe(true);
  expect(await request()).toMatchObject({ memberId: guardian.memberId, acting: { memberId: child.memberId, proxyId } });
  await stopActing(guardian.memberId);
  expect((await request())?.acting).toBeUndefined();
});

test("a proxy that either side, or staff for one of them, has ended stops with the next request, and so does one whose day is over", async () => {
  for (const by of ["child", "guardian", "staff"] as const) {
    const { child, guardian, staff, proxyId } = await family();
    const request = await signIn(guardian.memberId);
    await actFor(proxyId, guardian.memberId, AT);
    if (by === "staff") await endProxyForMember({ proxyId, memberId: child.memberId }, staff, AT);
    else await endOwnProxy(proxyId, (by === "child" ? child : guardian).memberId, AT);
    expect((await request())?.acting).toBeUndefined();
    expect(await actFor(proxyId, guardian.memberId, AT)).toBe(false);
    expect(await endOwnProxy(proxyId, child.memberId, AT)).toEqual({ ok: false, reason: "unknown_proxy" });
  }
  const { guardian, proxyId } = await family(["view"], "2026-05-03");
  const request = await signIn(guardian.memberId);
  await actFor(proxyId, guardian.memberId, AT);
  expect((await request())?.acting).toBeDefined();
  expect((await request(new Date("2026-05-04T00:00:00+09:00")))?.acting).toBeUndefined();
});

test("nobody acts under, or ends, a proxy of others", async () => {
  const { proxyId } = await family();
  const stranger = await makeMember();
  expect(await actFor(proxyId, stranger.memberId, AT)).toBe(false);
  expect(await endOwnProxy(proxyId, stranger.memberId, AT)).toEqual({ ok: false, reason: "unknown_proxy" });
});

test("what is earned and paid for a child is the child's, says who did it, and stands in both logs", async () => {
  const { child, guardian, staff } = await family();
  const { token } = await makeOffer(staff);
  const { memberId } = child;
  const agentId = guardian.memberId;
  expect(await claimPoints({ token, memberId, agentId, at: AT })).toMatchObject({
    ok: true,
    value: { isRepeat: false },
  });
  const till = await makeTill(staff);
  const quoted = await quotePayment({ token: till.token, memberId, points: 30 });
  if (!quoted.ok) throw new Error(quoted.reason);
  expect(await confirmPayment({ quoteId: quoted.value.quoteId, memberId, agentId })).toMatchObject({ ok: true });
  const { entries } = await listHistory(child.accountId);
  const number = await numberOf(admin, agentId);
  expect(entries.map(({ change, agent }) => [change, agent])).toEqual([
    [-30, number],
    [100, number],
  ]);
  for (const side of [child, guardian])
    expect(await eventsOf(side.memberId)).toEqual(Array(2).fill(`member:${agentId}`));
  expect((await listHistory(guardian.accountId)).entries).toEqual([]);
});

test("the database lets nobody earn or pay for another beyond what the proxy allows", async () => {
  const { child, guardian, staff, proxyId } = await family(["view"]);
  const { token } = await makeOffer(staff);
  const claim = { token, memberId: child.memberId, agentId: guardian.memberId, at: AT };
  expect(await claimPoints(claim)).toEqual({ ok: false, reason: "no_proxy" });
  await admin`update proxies set scopes = array['view', 'earn'] where id = ${proxyId}`;
  expect(await claimPoints(claim)).toMatchObject({ ok: true });
  const till = await makeTill(staff);
  const quoted = await quotePayment({ token: till.token, memberId: child.memberId, points: 30 });
  if (!quoted.ok) throw new Error(quoted.reason);
  const payment = { quoteId: quoted.value.quoteId, memberId: child.memberId, agentId: guardian.memberId };
  expect(await confirmPayment(payment)).toEqual({ ok: false, reason: "no_proxy" });
});

test("a suspended member earns and pays for nobody else either, until it is lifted", async () => {
  const { child, guardian, staff } = await family();
  const of = { memberId: child.memberId, agentId: guardian.memberId };
  const offers = [await makeOffer(staff), await makeOffer(staff)];
  const [first, second] = offers.map(({ token }) => ({ ...of, token, at: AT }));
  if (!first || !second) throw new Error("two offers were made");
  expect(await claimPoints(first)).toMatchObject({ ok: true });
  const till = await makeTill(staff);
  const quoted = await quotePayment({ token: till.token, memberId: child.memberId, points: 30 });
  if (!quoted.ok) throw new Error(quoted.reason);
  const reason = "確認のため";
  await suspendMember({ id: newId(), memberId: guardian.memberId, reason }, staff, MAY_DAY);
  const refused = { ok: false, reason: "no_proxy" };
  expect(await claimPoints(second)).toEqual(refused);
  expect(await confirmPayment({ quoteId: quoted.value.quoteId, ...of })).toEqual(refused);
  await liftSuspension({ memberId: guardian.memberId, reason }, staff, MAY_DAY);
  expect(await claimPoints(second)).toMatchObject({ ok: true });
});

test("one proxy between two persons at a time, for two years at most, and never one's own", async () => {
  const { staff, child, open } = await family();
  expect(await open("2027-05-01")).toEqual({ ok: false, reason: "already_proxy" });
  const [other, third] = [await makeMember(), await makeMember()];
  const number = await numberOf(admin, third.memberId);
  const wish = { memberId: other.memberId, number, relation: "proxy", consent: "document", scopes: ["view"] } as const;
  const ask = (endsOn: string) => openProxy({ ...wish, scopes: ["view"], endsOn }, staff, AT);
  expect(await ask("2026-05-02")).toEqual({ ok: false, reason: "day_gone" });
  expect(await ask("2028-06-01")).toEqual({ ok: false, reason: "day_too_far" });
  const both = await Promise.all([ask("2027-05-01"), ask("2027-05-01")]);
  expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  await linkOwn(admin, staff.staffId, child.memberId);
  expect(await open("2027-05-01")).toEqual({ ok: false, reason: "own_wallet" });
  expect(await actsOn(admin, child.memberId)).toContain("open_proxy denied: already_proxy");
});
