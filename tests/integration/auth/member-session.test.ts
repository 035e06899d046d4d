import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { endMemberSession, startSession } from "@/lib/auth/start-session";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeMember, makeStaff } from "../../support/fixtures";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const days = (count: number) => new Date(AT.getTime() + count * 86_400_000);

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

/** Signs the member in on a fresh browser; gives the token that its cookie holds. */
async function signIn(memberId: string): Promise<string> {
  const browser = useBrowser();
  await startSession({ memberId }, AT);
  return browser.get(MEMBER_COOKIE) ?? "";
}

test("next-auth's getServerSession accepts the session that start-session wrote", async () => {
  const { memberId, accountId } = await makeMember();
  expect(await findSession(await signIn(memberId), AT)).toMatchObject({ memberId, accountId, provenAt: AT });
});

test("an unknown, empty or longer token opens nothing", async () => {
  const { memberId } = await makeMember();
  const token = await signIn(memberId);
  for (const other of ["", "x", `${token}x`, token.slice(1), "constructor"]) {
    expect(await findSession(other, AT)).toBeUndefined();
  }
});

test("a session that is ended is refused from the next request on", async () => {
  const { memberId } = await makeMember();
  const token = await signIn(memberId);
  await endMemberSession(db);
  expect(await findSession(token, AT)).toBeUndefined();
});

test("each sign-in gets a new token, and the one before it on the same browser opens nothing", async () => {
  const { memberId } = await makeMember();
  const browser = useBrowser();
  await startSession({ memberId }, AT);
  const first = browser.get(MEMBER_COOKIE) ?? "";
  await startSession({ memberId }, AT);
  expect(browser.get(MEMBER_COOKIE)).not.toBe(first);
  expect(await findSession(first, AT)).toBeUndefined();
});

test("a session ends 30 days after the last visit", async () => {
  const { memberId } = await makeMember();
  const token = await signIn(memberId);
  expect(await findSession(token, days(29.9))).toMatchObject({ memberId });
  expect(await findSession(token, days(59.8))).toMatchObject({ memberId });
  expect(await findSession(token, days(89.9))).toBeUndefined();
});

test("visits on one day write the session's row once", async () => {
  const { memberId } = await makeMember();
  const token = await signIn(memberId);
  const expiry = async () =>
    (
      await admin<
        { expires_at: Date }[]
      >`select expires_at from member_sessions where token_hash = ${hashSecret(token)}`
    )[0]?.expires_at;
  await findSession(token, days(2));
  const moved = await expiry();
  expect(moved).toEqual(days(32));
  await findSession(token, days(2.5));
  expect(await expiry()).toEqual(moved);
});

test("a failing database is a fault, never a sign-out", async () => {
  const { memberId } = await makeMember();
  const token = await signIn(memberId);
  await admin`alter table member_sessions rename to member_sessions_away`;
  await expect(findSession(token, AT)).rejects.toThrow();
  await admin`alter table member_sessions_away rename to member_sessions`;
  expect(await findSession(token, AT)).toMatchObject({ memberId });
});
