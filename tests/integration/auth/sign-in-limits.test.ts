import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { signInMember } from "@/lib/auth/sign-in-member";
import { useBrowser } from "../../support/browser";
import { AT, makeStaff } from "../../support/fixtures";
import { ask, askCode, newAddress, newEmail, wrong } from "../../support/sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

/** Strangers ask for codes to this address until no more are sent. */
async function useUpMailbox(email: string): Promise<void> {
  for (let mails = 0; mails < 5; mails += 1) {
    useBrowser();
    await askCode({ email, at: AT });
  }
  useBrowser();
  expect(await ask({ email, at: AT })).toMatchObject({ ok: false });
}

test("a mailbox gets five codes an hour from browsers that it never signed in on, and is told when the next may be asked for", async () => {
  const email = newEmail();
  await useUpMailbox(email);
  const refused = await ask({ email, at: AT });
  expect(refused.ok || refused.retryAfterSeconds).toBeGreaterThan(3000);
});

test("strangers who use up a mailbox's codes do not keep its owner from one, on a browser where they signed in before", async () => {
  const email = newEmail();
  const own = useBrowser();
  await signInMember(await askCode({ email, at: AT }), newAddress(), AT);
  for (let mails = 0; mails < 4; mails += 1) {
    useBrowser();
    await askCode({ email, at: AT });
  }
  useBrowser();
  expect(await ask({ email, at: AT })).toMatchObject({ ok: false });
  useBrowser(own);
  expect(await signInMember(await askCode({ email, at: AT }), newAddress(), AT)).toMatchObject({ ok: true });
});

test("what a browser keeps from one address opens no further codes for another", async () => {
  const email = newEmail();
  const stranger = useBrowser();
  await signInMember(await askCode({ email: newEmail(), at: AT }), newAddress(), AT);
  await useUpMailbox(email);
  useBrowser(stranger);
  expect(await ask({ email, at: AT })).toMatchObject({ ok: false });
});

test("others' wrong codes never keep the owner of an address out", async () => {
  const email = newEmail();
  const own = useBrowser();
  const typed = await askCode({ email, at: AT });
  for (let strangers = 0; strangers < 4; strangers += 1) {
    useBrowser();
    const guess = await askCode({ email, at: AT });
    for (let tries = 0; tries < 6; tries += 1) {
      await signInMember({ ...guess, code: wrong(guess.code) }, "203.0.113.9", AT);
    }
  }
  useBrowser(own);
  expect(await signInMember(typed, newAddress(), AT)).toMatchObject({ ok: true });
});

test("one browser gets five codes while its sign-in lasts, whatever addresses it types", async () => {
  for (let mails = 0; mails < 5; mails += 1) await askCode({ email: newEmail(), at: AT });
  expect(await ask({ email: newEmail(), at: AT })).toEqual({ ok: false, retryAfterSeconds: 15 * 60 });
  const afterwards = new Date(AT.getTime() + 15 * 60_000);
  expect(await ask({ email: newEmail(), at: afterwards })).toMatchObject({ ok: true });
});

test("an address that has guessed a hundred times is told to wait, others go on", async () => {
  const address = newAddress();
  for (let browsers = 0; browsers < 20; browsers += 1) {
    useBrowser();
    const typed = await askCode({ email: newEmail(), at: AT });
    for (let tries = 0; tries < 5; tries += 1) await signInMember({ ...typed, code: wrong(typed.code) }, address, AT);
  }
  useBrowser();
  const typed = await askCode({ email: newEmail(), at: AT });
  expect(await signInMember(typed, address, AT)).toMatchObject({ ok: false, reason: "too_many_guesses" });
  expect(await signInMember(typed, newAddress(), AT)).toMatchObject({ ok: true });
});

test("asking answers alike for an address that is a member's and one that is nobody's", async () => {
  const known = newEmail();
  await signInMember(await askCode({ email: known, at: AT }), newAddress(), AT);
  useBrowser();
  const answers = [await ask({ email: known, at: AT }), await ask({ email: newEmail(), at: AT })];
  expect(answers.map((answer) => Object.keys(answer))).toEqual([
    ["ok", "code"],
    ["ok", "code"],
  ]);
});
