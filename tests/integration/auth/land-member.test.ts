import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ensureBrowserHash } from "@/lib/auth/browser";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { findMember, requireMember, requireSignedIn } from "@/lib/auth/guards";
import { keepClaim } from "@/lib/auth/keep-claim";
import { landMember } from "@/lib/auth/land-member";
import { requireMemberForClaim } from "@/lib/auth/require-for-claim";
import { openResume } from "@/lib/auth/resume";
import { signInMember } from "@/lib/auth/sign-in-member";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeOffer, makeStaff, type TestStaff } from "../../support/fixtures";
import { publishText } from "../../support/legal-fixtures";
import { signUpMember } from "../../support/registered";
import { askCode, from, newEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});

const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const redirected = (to: string) => expect.objectContaining({ digest: expect.stringContaining(`;${to}`) });

/** Signs somebody new in; gives who it is and where they land. */
async function arrive(at = AT, resumeTo?: string) {
  const browser = useBrowserOnce();
  const answer = await signInMember(
    await askCode({ email: newEmail(), at, ...(resumeTo && { resumeTo }) }),
    from(),
    at,
  );
  if (!answer.ok) throw new Error(answer.reason);
  const session = await findSession(browser.get(MEMBER_COOKIE) ?? "", at);
  return { landing: answer.landing, memberId: session?.memberId ?? "" };
}
let jar: ReturnType<typeof useBrowser>;
const useBrowserOnce = () => jar;
beforeEach(() => {
  jar = useBrowser();
});

const keep = async (token: string, at = AT) => keepClaim({ browserHash: await ensureBrowserHash(), token }, at);
const finish = async (memberId: string, at = AT, resumeTo?: string) => {
  await signUpMember(memberId, at);
  return landMember({ memberId, resumeTo }, "request-3", at);
};
const grantsOf = async (activityId: string) =>
  (await admin`select 1 from lots where activity_id = ${activityId}`).length;

test("somebody new is led to the sign-up, with the way back sealed behind it", async () => {
  const { landing } = await arrive(AT, "/history");
  expect(landing).not.toContain("history");
  expect(openResume(/^\/sign-up\?to=([\w-]+)$/.exec(landing)?.[1])).toBe("/history");
});

test("a newcomer's claim is made when the sign-up ends, not before, and answered with its receipt", async () => {
  const { token, activityId } = await makeOffer(staff);
  await keep(token);
  const { landing, memberId } = await arrive();
  expect(landing).toBe("/sign-up");
  expect(await grantsOf(activityId)).toBe(0);
  expect(await finish(memberId, later(14))).toMatch(/^\/receipts\/[0-9a-f-]{36}$/);
  expect(await grantsOf(activityId)).toBe(1);
});

test("a sign-up that is sent twice at the same moment makes the claim once, and both find its receipt", async () => {
  const { token, activityId } = await makeOffer(staff);
  await keep(token);
  const { memberId } = await arrive();
  const landings = await Promise.all([finish(memberId), finish(memberId)]);
  const receipts = landings.filter((landing) => landing.startsWith("/receipts/"));
  expect(receipts.length).toBeGreaterThan(0);
  expect(new Set(receipts.map((path) => path.replace("?already", ""))).size).toBe(1);
  expect(await grantsOf(activityId)).toBe(1);
  expect(await admin`select 1 from member_consents where member_id = ${memberId}`).toHaveLength(2);
});

test("a claim that faults when the sign-up ends is still there for the next landing", async () => {
  const { token, activityId } = await makeOffer(staff);
  await keep(token);
  const { memberId } = await arrive();
  await admin`alter table transfer_routes rename to transfer_routes_away`;
  expect(await finish(memberId)).toBe(`/e/${token}`);
  await admin`alter table transfer_routes_away rename to transfer_routes`;
  expect(await landMember({ memberId, resumeTo: undefined }, "request-4", AT)).toMatch(/^\/receipts\//);
  expect(await grantsOf(activityId)).toBe(1);
});

test("until the sign-up ends nothing that needs a member is open, and a new claim waits for it", async () => {
  const { token } = await makeOffer(staff);
  const { memberId } = await arrive(new Date());
  await expect(requireMember("/history")).rejects.toEqual(redirected("/sign-up?to="));
  await expect(requireMemberForClaim(token)).rejects.toEqual(redirected("/sign-up"));
  expect(await requireSignedIn()).toMatchObject({ memberId, owed: "sign_up" });
  expect(await findMember()).toMatchObject({ memberId });
});

test("a text that changes is asked about once; a claim of that moment is made with the consent", async () => {
  const { memberId } = await arrive();
  expect(await finish(memberId)).toBe("/");
  const { token, activityId } = await makeOffer(staff);
  await publishText(admin, "terms");
  await keep(token);
  expect(await landMember({ memberId, resumeTo: "/me" }, "request-5", AT)).toMatch(/^\/consent\?to=/);
  expect(await grantsOf(activityId)).toBe(0);
});
