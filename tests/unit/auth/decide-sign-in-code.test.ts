import { expect, test } from "vitest";
import { decideDigits, decideMail, decideSignInCode, decideTries, type SentCode } from "@/lib/auth/decide-sign-in-code";
import { ok, refuse } from "@/lib/shared/result";

const at = new Date("2026-05-03T01:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const right = Buffer.alloc(32, 1);
const sent: SentCode = { codeHash: right, codeExpiresAt: later(10), triesLeft: 5, expiresAt: later(15) };

test("the right code is right until its tenth minute ends", () => {
  expect(decideSignInCode(sent, right, 5, later(9.99))).toEqual(ok("right"));
  expect(decideSignInCode(sent, right, 5, later(10))).toEqual(refuse("code_expired"));
});

test("the last of five tries may still be right, a sixth may not", () => {
  expect(decideSignInCode({ ...sent, triesLeft: 1 }, right, 5, at)).toEqual(ok("right"));
  expect(decideSignInCode({ ...sent, triesLeft: 0 }, right, 5, at)).toEqual(refuse("no_tries_left"));
});

test("a code is long while its mailbox is guessed at, and where it is not one of few", () => {
  expect(decideDigits(false, true)).toBe(6);
  expect([decideDigits(true, true), decideDigits(false, false), decideDigits(true, false)]).toEqual([12, 12, 12]);
});

test("while its mailbox is guessed at, a short code has one try: the first may be right, after a wrong one none is", () => {
  const tries = decideTries(true, 6);
  expect([decideTries(false, 6), tries]).toEqual([5, 1]);
  expect([decideTries(false, 12), decideTries(true, 12)]).toEqual([5, 5]);
  expect(decideSignInCode(sent, right, tries, at)).toEqual(ok("right"));
  expect(decideSignInCode({ ...sent, triesLeft: 4 }, right, tries, at)).toEqual(refuse("no_tries_left"));
});

test("any other code is wrong", () => {
  expect(decideSignInCode(sent, Buffer.alloc(32, 2), 5, at)).toEqual(refuse("wrong_code"));
});

test("without a code that was sent there is nothing to type one for", () => {
  for (const attempt of [undefined, { ...sent, codeHash: null }, { ...sent, expiresAt: at }]) {
    expect(decideSignInCode(attempt, right, 5, at)).toEqual(refuse("no_attempt"));
  }
});

test("one sign-in may ask for five mails and is told when it may begin again", () => {
  expect(decideMail(undefined, at)).toEqual({ ok: true });
  expect(decideMail({ sentCount: 4, expiresAt: later(15) }, at)).toEqual({ ok: true });
  expect(decideMail({ sentCount: 5, expiresAt: later(15) }, at)).toEqual({ ok: false, retryAfterSeconds: 900 });
  expect(decideMail({ sentCount: 5, expiresAt: at }, at)).toEqual({ ok: true });
});
