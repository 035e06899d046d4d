import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { signInMember } from "@/lib/auth/sign-in-member";
import { verifyMemberCode } from "@/lib/auth/verify-member-code";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { indexEmail } from "@/lib/shared/index-email";
import { useBrowser } from "../../support/browser";
import { adminSql } from "../../support/database";
import { AT, makeStaff } from "../../support/fixtures";
import { askCode, from, newAddress, newEmail, wrong } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

const admin = adminSql();

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

/** Strangers type wrong codes for this mailbox, one in each browser. */
async function guessAt(email: string, guesses: number): Promise<void> {
  for (let made = 0; made < guesses; made += 1) {
    useBrowser();
    const typed = await askCode({ email, at: AT });
    expect(await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT)).toMatchObject({ ok: false });
  }
  useBrowser();
}

test("others' wrong codes never keep the owner of an address out", async () => {
  const email = newEmail();
  const own = useBrowser();
  const typed = await askCode({ email, at: AT });
  for (let strangers = 0; strangers < 4; strangers += 1) {
    useBrowser();
    const guess = await askCode({ email, at: AT });
    for (let tries = 0; tries < 6; tries += 1) {
      await signInMember({ ...guess, code: wrong(guess.code) }, from("203.0.113.9"), AT);
    }
  }
  useBrowser(own);
  expect(await signInMember(typed, from(), AT)).toMatchObject({ ok: true });
});

test("after five wrong codes for a mailbox within an hour a short code that was mailed before has one try, and the next is a long one with five", async () => {
  const email = newEmail();
  const early = useBrowser();
  const before = await askCode({ email, at: AT });
  await signInMember({ ...before, code: wrong(before.code) }, from(), AT);
  const fresh = useBrowser();
  const unused = await askCode({ email, at: AT });
  useBrowser();
  const guess = await askCode({ email, at: AT });
  for (let tries = 0; tries < 4; tries += 1) await signInMember({ ...guess, code: wrong(guess.code) }, from(), AT);
  useBrowser();
  const typed = await askCode({ email, at: AT });
  expect([before, unused, guess, typed].map(({ code }) => code.length)).toEqual([6, 6, 6, 12]);
  for (let tries = 0; tries < 4; tries += 1) await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT);
  expect(await signInMember(typed, from(), AT)).toMatchObject({ ok: true });
  useBrowser(early);
  expect(await signInMember(before, from(), AT)).toMatchObject({ reason: "no_tries_left" });
  useBrowser(fresh);
  expect(await signInMember(unused, from(), AT)).toMatchObject({ ok: true });
});

test("a mailbox that was guessed at twenty times within a day gets long codes, also when the last hour was quiet", async () => {
  const email = newEmail();
  await guessAt(email, 20);
  await admin`delete from rate_limits where key like 'sign_in_guess_mailbox:%' or key like 'sign_in_short_code:%'`;
  expect(await askCode({ email, at: AT })).toMatchObject({ code: expect.stringMatching(/^\d{12}$/) });
});

test("four codes an hour to a mailbox are short, further ones long, also from elsewhere", async () => {
  const [email, digits] = [newEmail(), [] as number[]];
  for (let mails = 0; mails < 6; mails += 1) {
    useBrowser();
    digits.push((await askCode({ email, at: AT })).code.length);
  }
  expect(digits).toEqual([6, 6, 6, 6, 12, 12]);
});

/** The alarms of this kind that `acts` raise. */
async function countAlarms(kind: string, acts: () => Promise<unknown>): Promise<number> {
  const told = vi.spyOn(log, "warn");
  await acts();
  const alarms = told.mock.calls.filter(([what]) => (what as { alarm?: string }).alarm === kind);
  told.mockRestore();
  return alarms.length;
}

test("the operator is told once in an hour that a mailbox is guessed at, also when all press at once", async () => {
  expect(await countAlarms("sign_in_guess_mailbox", () => guessAt(newEmail(), 12))).toBe(1);
  const typed = await askCode({ email: newEmail(), at: AT });
  const guess = { ...typed, code: wrong(typed.code) };
  const atOnce = () => Promise.all(Array.from({ length: 20 }, () => signInMember(guess, from(), AT)));
  expect(await countAlarms("sign_in_guess_mailbox", atOnce)).toBe(1);
});

test("right codes raise no alarm, also where they come with the last guess of the hour", async () => {
  const email = newEmail();
  const come = async () => {
    await guessAt(email, 4);
    for (let visits = 0; visits < 3; visits += 1) {
      useBrowser();
      expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
    }
  };
  expect(await countAlarms("sign_in_guess_mailbox", come)).toBe(0);
});

test("guesses that are made at once in many browsers count before any of them is answered", async () => {
  const email = newEmail();
  const typed = [];
  for (let browsers = 0; browsers < 12; browsers += 1) {
    useBrowser();
    typed.push(await askCode({ email, at: AT }));
  }
  useBrowser();
  const guesses = typed.flatMap((one) => Array.from({ length: 5 }, () => ({ ...one, code: wrong(one.code) })));
  const answers = await Promise.all(guesses.map((guess) => signInMember(guess, from(), AT)));
  const short = (turn: number) => guesses[turn]?.code.length === 6;
  const wrongs = answers.filter((answer, turn) => short(turn) && !answer.ok && answer.reason === "wrong_code");
  expect(wrongs.length).toBeLessThanOrEqual(5 + 4);
});

test("guesses elsewhere leave the owner's own browser its five tries", async () => {
  const email = newEmail();
  const own = useBrowser();
  await signInMember(await askCode({ email, at: AT }), from(), AT);
  await guessAt(email, 21);
  useBrowser(own);
  const typed = await askCode({ email, at: AT });
  expect(typed.code).toHaveLength(6);
  for (let tries = 0; tries < 4; tries += 1) await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT);
  expect(await signInMember(typed, from(), AT)).toMatchObject({ ok: true });
});

test("right codes are not counted as guesses, however often the owner signs in on new browsers", async () => {
  const email = newEmail();
  for (let visits = 0; visits < 21; visits += 1) {
    useBrowser();
    expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
  }
  await admin`delete from rate_limits where key like 'sign_in_short_code:%'`;
  useBrowser();
  const typed = await askCode({ email, at: AT });
  await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT);
  expect(typed.code).toHaveLength(6);
  expect(await signInMember(typed, from(), AT)).toMatchObject({ ok: true });
});

test("a try that was counted for one mailbox opens no other that was asked for meanwhile", async () => {
  const { browserHash } = await askCode({ email: newEmail(), at: AT });
  const counted = { browserHash, emailIndex: indexEmail(env.INDEX_KEY, newEmail()), tries: 5 };
  const { code } = await askCode({ email: newEmail(), at: AT });
  expect(await db.transaction((tx) => verifyMemberCode(tx, { ...counted, code }, AT))).toEqual({
    ok: false,
    reason: "no_attempt",
  });
});

test("an address that has guessed a hundred times is told to wait, others go on", async () => {
  const address = newAddress();
  for (let browsers = 0; browsers < 20; browsers += 1) {
    useBrowser();
    const typed = await askCode({ email: newEmail(), at: AT });
    for (let tries = 0; tries < 5; tries += 1)
      await signInMember({ ...typed, code: wrong(typed.code) }, from(address), AT);
  }
  useBrowser();
  const typed = await askCode({ email: newEmail(), at: AT });
  expect(await signInMember(typed, from(address), AT)).toMatchObject({ ok: false, reason: "too_many_guesses" });
  expect(await signInMember(typed, from(), AT)).toMatchObject({ ok: true });
});

test("whoever owns an IPv6 /48 is told to wait after a thousand wrong codes, whichever of its addresses they come from", async () => {
  const network = `2001:db8:${Math.floor(Math.random() * 0xffff).toString(16)}`;
  await admin`insert into rate_limits (key, points, expire)
    values (${`sign_in_guess_wide:${network}::/48`}, 999, ${Date.now() + 3_600_000})`;
  const typed = await askCode({ email: newEmail(), at: AT });
  await signInMember({ ...typed, code: wrong(typed.code) }, from(`${network}:1::/64`), AT);
  expect(await signInMember(typed, from(`${network}:2::/64`), AT)).toMatchObject({ reason: "too_many_guesses" });
  expect(await signInMember(typed, from("2001:db8:ffff:2::/64"), AT)).toMatchObject({ ok: true });
});
