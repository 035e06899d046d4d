import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { MEMBER_COOKIE } from "@/lib/auth/cookies";
import { findSession } from "@/lib/auth/find-session";
import { signInMember } from "@/lib/auth/sign-in-member";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { askCode, from, memberEmail, newEmail, wrong } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();
const later = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

test("the mailed code signs its owner in and leads back to where the person was going", async () => {
  const browser = useBrowser();
  const typed = await askCode({ email: await memberEmail(AT), at: AT, resumeTo: "/history" });
  expect(await signInMember(typed, from(), later(9))).toEqual({ ok: true, landing: "/history" });
  expect(await findSession(browser.get(MEMBER_COOKIE) ?? "", later(9))).toMatchObject({ memberId: expect.any(String) });
});

test("a code that was used is refused", async () => {
  const typed = await askCode({ email: newEmail(), at: AT });
  await signInMember(typed, from(), AT);
  expect(await signInMember(typed, from(), AT)).toEqual({ ok: false, reason: "no_attempt" });
});

test("a code is refused from its tenth minute on", async () => {
  const typed = await askCode({ email: newEmail(), at: AT });
  expect(await signInMember(typed, from(), later(10))).toEqual({ ok: false, reason: "code_expired" });
});

test("a code typed in another browser is refused, even where a sign-in for the same address is under way", async () => {
  const email = newEmail();
  const { code } = await askCode({ email, at: AT });
  useBrowser();
  const other = await askCode({ email, at: AT });
  expect(await signInMember({ ...other, code }, from(), AT)).toEqual({ ok: false, reason: "wrong_code" });
});

test("after five wrong tries the right code is refused, and a new one is taken", async () => {
  const email = newEmail();
  const typed = await askCode({ email, at: AT });
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT);
    expect(answer).toEqual({ ok: false, reason: "wrong_code" });
  }
  expect(await signInMember(typed, from(), AT)).toEqual({ ok: false, reason: "no_tries_left" });
  const next = await askCode({ email, at: AT });
  expect(await signInMember(next, from(), AT)).toMatchObject({ ok: true });
});

test("twenty simultaneous wrong tries count as five, the rest find the code void", async () => {
  const typed = await askCode({ email: newEmail(), at: AT });
  const guess = { ...typed, code: wrong(typed.code) };
  const answers = await Promise.all(Array.from({ length: 20 }, () => signInMember(guess, from(), AT)));
  const reasons = answers.map((answer) => (answer.ok ? "in" : answer.reason));
  expect(reasons.filter((reason) => reason === "wrong_code")).toHaveLength(5);
  expect(reasons.filter((reason) => reason === "no_tries_left")).toHaveLength(15);
});

test("a new code voids the one before it", async () => {
  const email = newEmail();
  const first = await askCode({ email, at: AT });
  const second = await askCode({ email, at: AT });
  if (first.code !== second.code) {
    expect(await signInMember(first, from(), AT)).toEqual({ ok: false, reason: "wrong_code" });
  }
  expect(await signInMember(second, from(), AT)).toMatchObject({ ok: true });
});

test("two browsers that prove a new address at the same moment become one member with one account", async () => {
  const email = newEmail();
  const before = await admin`select id from accounts`;
  const typed = [];
  for (let browsers = 0; browsers < 2; browsers += 1) {
    useBrowser();
    typed.push(await askCode({ email, at: AT }));
  }
  useBrowser();
  const answers = await Promise.all(typed.map((one) => signInMember(one, from(), AT)));
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect((await admin`select id from accounts`).length).toBe(before.length + 1);
});

test("one code sent twice at the same moment signs in once", async () => {
  const typed = await askCode({ email: newEmail(), at: AT });
  const answers = await Promise.all([1, 2].map(() => signInMember(typed, from(), AT)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok)).toEqual([{ ok: false, reason: "no_attempt" }]);
});

test("the second sign-in with an address finds the member of the first", async () => {
  const email = newEmail();
  const browser = useBrowser();
  const found = [];
  for (let visits = 0; visits < 2; visits += 1) {
    await signInMember(await askCode({ email, at: AT }), from(), AT);
    found.push((await findSession(browser.get(MEMBER_COOKIE) ?? "", AT))?.memberId);
  }
  expect(found[0]).toBeDefined();
  expect(found[1]).toEqual(found[0]);
});

test("neither address, code nor token can be read in the tables", async () => {
  const email = newEmail();
  const browser = useBrowser();
  const underWay = await askCode({ email, at: AT });
  const attempts = JSON.stringify(await admin`select * from sign_in_attempts`);
  await signInMember(underWay, from(), AT);
  const kept = JSON.stringify([await admin`select * from members`, await admin`select * from member_sessions`]);
  const cookies = [...browser.values()].map((value) => Buffer.from(value));
  for (const secret of [Buffer.from(email), Buffer.from(underWay.code), ...cookies]) {
    for (const text of [attempts, kept]) {
      expect(text).not.toContain(JSON.stringify(secret).slice(0, -1));
      expect(text).not.toContain(JSON.stringify([...secret]).slice(1, -1));
    }
  }
});
