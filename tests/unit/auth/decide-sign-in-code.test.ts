import { expect, test } from "vitest";
import { decideMail, decideSignInCode, type SentCode } from "@/lib/auth/decide-sign-in-code";
import { ok, refuse } from "@/lib/shared/result";

const at = new Date("2026-05-03T01:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const right = Buffer.alloc(32, 1);
const sent: SentCode = { codeHash: right, codeExpiresAt: later(10), triesLeft: 5, expiresAt: later(15) };

test("the right code is right until its tenth minute ends", () => {
  expect(decideSignInCode(sent, right, later(9.99))).toEqual(ok("right"));
  expect(decideSignInCode(sent, right, later(10))).toEqual(refuse("code_expired"));
});

test("the last of five tries may still be right, a sixth may not", () => {
  expect(decideSignInCode({ ...sent, triesLeft: 1 }, right, at)).toEqual(ok("right"));
  expect(decideSignInCode({ ...sent, triesLeft: 0 }, right, at)).toEqual(refuse("no_tries_left"));
});

test("any other code is wrong", () => {
  expect(decideSignInCode(sent, Buffer.alloc(32, 2), at)).toEqual(refuse("wrong_code"));
});

test("without a code that was sent there is nothing to type one for", () => {
  for (const attempt of [undefined, { ...sent, codeHash: null }, { ...sent, expiresAt: at }]) {
    expect(decideSignInCode(attempt, right, at)).toEqual(refuse("no_attempt"));
  }
});

test("one sign-in may ask for five mails and is told when it may begin again", () => {
  expect(decideMail(undefined, at)).toEqual({ ok: true });
  expect(decideMail({ sentCount: 4, expiresAt: later(15) }, at)).toEqual({ ok: true });
  expect(decideMail({ sentCount: 5, expiresAt: later(15) }, at)).toEqual({ ok: false, retryAfterSeconds: 900 });
  expect(decideMail({ sentCount: 5, expiresAt: at }, at)).toEqual({ ok: true });
});
