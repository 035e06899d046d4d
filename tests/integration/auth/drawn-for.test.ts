import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { claimAction } from "@/app/(citizen)/e/[code]/actions";
import { quoteAction } from "@/app/(citizen)/s/[code]/actions";
import { payAction, quoteAgainAction } from "@/app/(citizen)/s/[code]/check/[quote]/actions";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { drawnFor, openDrawn } from "@/lib/auth/drawn-for";
import { landMember } from "@/lib/auth/land-member";
import { openResume } from "@/lib/auth/resume";
import { startSession } from "@/lib/auth/start-session";
import { decideDrawnWords } from "@/lib/members/decide-drawn";
import { quotePayment } from "@/lib/spending/quote-payment";
import { actForElder } from "../../support/acting";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, balanceOf, makeMember, makeOffer, makeStaff, makeTill, type TestStaff } from "../../support/fixtures";

vi.mock("next/headers", () => import("../../support/browser"));
vi.mock("next-intl/server", () => import("../../support/translations"));

const admin = adminSql();
let staff: TestStaff;
let shop: string;
beforeAll(async () => {
  staff = await makeStaff();
  shop = (await makeTill(staff)).token;
});
let browser = useBrowser();
beforeEach(() => {
  browser = useBrowser();
});

const acting = () => actForElder(staff, admin);

function form(values: Record<string, string>): FormData {
  const typed = new FormData();
  for (const [name, value] of Object.entries(values)) typed.set(name, value);
  return typed;
}

/** Where an action leads. */
async function ledTo(act: Promise<unknown>): Promise<URL> {
  const digest = await act.then(
    () => "",
    (thrown: { digest?: string }) => thrown.digest ?? "",
  );
  return new URL(digest.split(";")[2] ?? "/nowhere", "http://here");
}
const toldFor = ({ pathname, searchParams }: URL) => {
  expect(pathname).toBe("/me/proxies");
  return openDrawn(searchParams.get("drawn") ?? undefined)?.memberId;
};

const everyAct = async (elderId: string, drawn: string) => {
  const { token } = await makeOffer(staff);
  const quoted = await quotePayment({ token: shop, memberId: elderId, points: 30 });
  if (!quoted.ok) throw new Error(quoted.reason);
  const amount = { token: shop, points: "30", drawnFor: drawn };
  return [
    () => claimAction(null, form({ token, drawnFor: drawn })),
    () => payAction(null, form({ token: shop, quote: quoted.value.quoteId, drawnFor: drawn })),
    () => quoteAction(null, form(amount)),
    () => quoteAgainAction(form(amount)),
  ];
};

test("a proxy that ended while its page was open lets nothing reach the agent's own wallet, and it is said for whom it was", async () => {
  const { elder, agent, end } = await acting();
  const acts = await everyAct(elder.memberId, await drawnFor());
  await end();
  for (const act of acts) expect(toldFor(await ledTo(act()))).toBe(elder.memberId);
  expect([await balanceOf(elder.accountId), await balanceOf(agent.accountId)]).toEqual([500, 500]);
  expect(await admin`select 1 from quotes q where member_id = ${agent.memberId}`).toHaveLength(0);
});

test("the same of a proxy whose last day is over", async () => {
  const { elder, agent, proxyId } = await acting();
  const acts = await everyAct(elder.memberId, await drawnFor());
  await admin`update proxies set ends_on = '2026-01-01' where id = ${proxyId}`;
  for (const act of acts) expect(toldFor(await ledTo(act()))).toBe(elder.memberId);
  expect(await balanceOf(agent.accountId)).toBe(500);
});

test("a page of one's own pays and earns nothing for whom one began to act for in another tab, nor one from before the sign-in", async () => {
  const { elder, agent } = await acting();
  const asElder = browser;
  browser = useBrowser();
  await startSession({ memberId: agent.memberId }, new Date());
  const [own, none] = [await drawnFor(), ""];
  useBrowser(asElder);
  for (const [drawn, whose] of [
    [own, agent.memberId],
    [none, undefined],
  ] as const)
    for (const act of await everyAct(elder.memberId, drawn)) expect(toldFor(await ledTo(act()))).toBe(whose);
  expect([await balanceOf(elder.accountId), await balanceOf(agent.accountId)]).toEqual([500, 500]);
});

test("while the proxy lasts, what is asked for reaches whom it was drawn for", async () => {
  const { elder, agent } = await acting();
  const [, pay] = await everyAct(elder.memberId, await drawnFor());
  const landed = await ledTo(pay?.() ?? Promise.resolve());
  expect(landed.pathname).toMatch(/^\/receipts\//);
  expect([await balanceOf(elder.accountId), await balanceOf(agent.accountId)]).toEqual([470, 500]);
});

test("of a session that ended meanwhile, a claim for another is not kept for whoever signs in next", async () => {
  await acting();
  const drawn = await drawnFor();
  browser.delete(MEMBER_COOKIE);
  const { token } = await makeOffer(staff);
  const before = (await admin`select 1 from sign_in_attempts where pending_claim is not null`).length;
  const led = await ledTo(claimAction(null, form({ token, drawnFor: drawn })));
  expect(led.pathname).toBe("/sign-in");
  expect(openResume(led.searchParams.get("to") ?? undefined)).toBe("/me/proxies");
  expect((await admin`select 1 from sign_in_attempts where pending_claim is not null`).length).toBe(before);
});

test("of a session that ended meanwhile, a claim on one's own page is made for that member alone, not for whoever signs in next", async () => {
  const [first, second] = [await makeMember(), await makeMember()];
  const { token, activityId } = await makeOffer(staff);
  const claimSignedOut = async () => {
    await startSession({ memberId: first.memberId }, new Date());
    const drawn = await drawnFor();
    browser.delete(MEMBER_COOKIE);
    expect((await ledTo(claimAction(null, form({ token, drawnFor: drawn })))).pathname).toBe("/sign-in");
  };
  const land = ({ memberId }: { memberId: string }) => landMember({ memberId, resumeTo: undefined }, "request-6", AT);
  const lots = () => admin`select 1 from lots where activity_id = ${activityId}`;
  await claimSignedOut();
  expect(await land(second)).toBe(`/e/${token}`);
  expect(await land(second)).toBe("/");
  expect(await lots()).toHaveLength(0);
  await claimSignedOut();
  expect(await land(first)).toMatch(/^\/receipts\//);
  expect([await balanceOf(first.accountId), await balanceOf(second.accountId)]).toEqual([100, 0]);
});

test("the address that says for whom a page was tells the name to nobody but whom it was shown", async () => {
  const { elder, agent, end } = await acting();
  const [claim] = await everyAct(elder.memberId, await drawnFor());
  await end();
  const { searchParams } = await ledTo(claim?.() ?? Promise.resolve());
  const drawn = openDrawn(searchParams.get("drawn") ?? undefined);
  expect(decideDrawnWords(drawn, { memberId: agent.memberId, isActing: false })).toBe("for");
  const other = await makeMember();
  expect(decideDrawnWords(drawn, { memberId: other.memberId, isActing: false })).toBe("other");
});

test("what was not sealed here tells nobody's name", () => {
  for (const made of ["", "x", "a".repeat(2_000), Buffer.from('{"memberId":"m","name":"n"}').toString("base64url")])
    expect(openDrawn(made)).toBeUndefined();
});
