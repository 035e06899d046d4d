import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { signInMember } from "@/lib/auth/sign-in-member";
import { verifyMemberCode } from "@/lib/auth/verify-member-code";
import { env } from "@/lib/env";
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

test("after twenty wrong codes for a mailbox a code mailed to a new browser has one try, and right at once it still opens", async () => {
  const email = newEmail();
  const early = useBrowser();
  const before = await askCode({ email, at: AT });
  await signInMember({ ...before, code: wrong(before.code) }, from(), AT);
  await guessAt(email, 19);
  const typed = await askCode({ email, at: AT });
  expect(await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT)).toMatchObject({ reason: "wrong_code" });
  expect(await signInMember(typed, from(), AT)).toMatchObject({ reason: "no_tries_left" });
  expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
  useBrowser(early);
  expect(await signInMember(before, from(), AT)).toMatchObject({ reason: "no_tries_left" });
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
  const wrongs = answers.filter((answer) => !answer.ok && answer.reason === "wrong_code");
  expect(wrongs.length).toBeLessThanOrEqual(20 + 12);
});

test("guesses elsewhere leave the owner's own browser its five tries", async () => {
  const email = newEmail();
  const own = useBrowser();
  await signInMember(await askCode({ email, at: AT }), from(), AT);
  await guessAt(email, 21);
  useBrowser(own);
  const typed = await askCode({ email, at: AT });
  for (let tries = 0; tries < 4; tries += 1) await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT);
  expect(await signInMember(typed, from(), AT)).toMatchObject({ ok: true });
});

test("right codes are not counted as guesses, however often the owner signs in on new browsers", async () => {
  const email = newEmail();
  for (let visits = 0; visits < 21; visits += 1) {
    useBrowser();
    expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
  }
  useBrowser();
  const typed = await askCode({ email, at: AT });
  await signInMember({ ...typed, code: wrong(typed.code) }, from(), AT);
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
