import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ensureBrowserHash } from "@/lib/auth/browser";
import { keepClaim } from "@/lib/auth/keep-claim";
import { signInMember } from "@/lib/auth/sign-in-member";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeOffer, makeStaff, type TestStaff } from "../../support/fixtures";
import { askCode, from, memberEmail } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
let staff: TestStaff;
beforeAll(async () => {
  staff = await makeStaff();
});
beforeEach(() => void useBrowser());

const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);
const keep = async (token: string, at = AT) => keepClaim({ browserHash: await ensureBrowserHash(), token }, at);

async function signIn(email: string, at: Date): Promise<string> {
  const answer = await signInMember(await askCode({ email, at }), from(), at);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.landing;
}

const grantsOf = async (activityId: string) =>
  (await admin`select 1 from lots where activity_id = ${activityId}`).length;

test("points asked for before signing in are received with it, and the person lands on the receipt", async () => {
  const { token, activityId } = await makeOffer(staff);
  await keep(token);
  const landing = await signIn(await memberEmail(AT), later(14));
  const receipt = /^\/receipts\/([0-9a-f-]{36})$/.exec(landing)?.[1] ?? "";
  const [transfer] = await admin`select points from transfers where public_id = ${receipt}`;
  expect(transfer).toEqual({ points: 100 });
  expect(await grantsOf(activityId)).toBe(1);
});

test("a claim that the member made before is answered with its first receipt, which says so, and grants nothing more", async () => {
  const { token, activityId } = await makeOffer(staff);
  const email = await memberEmail(AT);
  await keep(token);
  const first = await signIn(email, AT);
  await keep(token);
  expect(await signIn(email, AT)).toBe(`${first}?already`);
  expect(await grantsOf(activityId)).toBe(1);
});

test("a claim that is refused leads to the code's page, which says why", async () => {
  const { token, activityId } = await makeOffer(staff, { activity: { closesAt: later(1) } });
  await keep(token);
  expect(await signIn(await memberEmail(AT), later(2))).toBe(`/e/${token}`);
  expect(await grantsOf(activityId)).toBe(0);
});

test("a fault while the claim is made signs the person in all the same, and leads to where it can be made again", async () => {
  const { token, activityId } = await makeOffer(staff);
  const email = await memberEmail(AT);
  await keep(token);
  await admin`alter table transfer_routes rename to transfer_routes_away`;
  expect(await signIn(email, AT)).toBe(`/e/${token}`);
  await admin`alter table transfer_routes_away rename to transfer_routes`;
  expect(await grantsOf(activityId)).toBe(0);
  await keep(token);
  expect(await signIn(email, AT)).toMatch(/^\/receipts\//);
});

test("a claim is forgotten 15 minutes after the last step", async () => {
  const { token, activityId } = await makeOffer(staff);
  await keep(token);
  expect(await signIn(await memberEmail(AT), later(15))).toBe("/");
  expect(await grantsOf(activityId)).toBe(0);
});

test("another browser's sign-in does not make the claim", async () => {
  const { token, activityId } = await makeOffer(staff);
  await keep(token);
  useBrowser();
  expect(await signIn(await memberEmail(AT), AT)).toBe("/");
  expect(await grantsOf(activityId)).toBe(0);
});

test("the kept token cannot be read in the table", async () => {
  const { token } = await makeOffer(staff);
  await keep(token);
  const [row] = await admin<{ found: boolean }[]>`
    select bool_or(position(${Buffer.from(token)}::bytea in pending_claim) > 0) as found from sign_in_attempts`;
  expect(row?.found).toBe(false);
});
