import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Audience } from "@/lib/auth/hash-sign-in";
import { mailboxKey } from "@/lib/auth/known-browser";
import { signInMember } from "@/lib/auth/sign-in-member";
import { env } from "@/lib/env";
import { takeAttempt } from "@/lib/limits/limits";
import { indexEmail } from "@/lib/shared/index-email";
import { useBrowser } from "../../support/browser";
import { AT, makeStaff } from "../../support/fixtures";
import { ask, askCode, from, newAddress, newEmail } from "../../support/sign-in";
import { hire, signInStaff } from "../../support/staff-sign-in";

vi.mock("next/headers", () => import("../../support/browser"));

beforeAll(async () => void (await makeStaff()));
beforeEach(() => void useBrowser());

type Asked = { email: string; audience?: Audience };

/** Strangers have asked for all the codes to this mailbox that they get in a day. */
async function floodMailbox({ email, audience = "member" }: Asked): Promise<void> {
  const key = mailboxKey(audience, indexEmail(env.INDEX_KEY, email), false);
  for (let mails = 0; mails < 150; mails += 1) await takeAttempt("sign_in_mail_mailbox", key);
  useBrowser();
}

test("one address gets five codes an hour to a mailbox, and is told when the next may be asked for", async () => {
  const [email, address] = [newEmail(), newAddress()];
  for (let mails = 0; mails < 5; mails += 1) {
    useBrowser();
    await askCode({ email, address, at: AT });
  }
  useBrowser();
  const refused = await ask({ email, address, at: AT });
  expect(refused.ok || refused.retryAfterSeconds).toBeGreaterThan(3000);
});

test("strangers who ask for codes to a mailbox do not keep its owner from one elsewhere, on a browser that is new", async () => {
  const [email, address] = [newEmail(), newAddress()];
  for (let mails = 0; mails < 6; mails += 1) {
    useBrowser();
    await ask({ email, address, at: AT });
  }
  useBrowser();
  expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
});

test("a mailbox gets 150 codes a day from browsers that it never signed in on, from wherever they are asked for", async () => {
  const email = newEmail();
  for (let mails = 0; mails < 150; mails += 1) {
    useBrowser();
    await askCode({ email, at: AT });
  }
  useBrowser();
  const refused = await ask({ email, at: AT });
  expect(refused.ok || refused.retryAfterSeconds).toBeGreaterThan(23 * 3600);
});

test("one IPv6 /48 cannot use up a mailbox's codes: its owner gets one on a new browser elsewhere", async () => {
  const email = newEmail();
  const answers: boolean[] = [];
  // Six an hour from each of thirty of its /64s: enough for the mailbox's day, and each once more than it may.
  for (let mails = 0; mails < 180; mails += 1) {
    useBrowser();
    answers.push((await ask({ email, address: `2001:db8:7:${(mails % 30).toString(16)}::/64`, at: AT })).ok);
  }
  expect(answers.filter(Boolean)).toHaveLength(50);
  useBrowser();
  const refused = await ask({ email, address: "2001:db8:7:ff::/64", at: AT });
  expect(refused.ok || refused.retryAfterSeconds).toBeGreaterThan(23 * 3600);
  for (const address of ["2001:db8:8:0::/64", newAddress()]) {
    useBrowser();
    expect(await ask({ email, address, at: AT })).toMatchObject({ ok: true });
  }
  useBrowser();
  expect(await ask({ email: newEmail(), address: "2001:db8:7:fe::/64", at: AT })).toMatchObject({ ok: true });
});

test("a /48 that has used up its part keeps no owner from a code on a browser in it that is known", async () => {
  const [email, address] = [newEmail(), "2001:db8:9:1::/64"];
  const own = useBrowser();
  await signInMember(await askCode({ email, address, at: AT }), from(address), AT);
  const wider = `${mailboxKey("member", indexEmail(env.INDEX_KEY, email), false)}:2001:db8:9::/48`;
  for (let mails = 0; mails < 50; mails += 1) await takeAttempt("sign_in_mail_wide", wider);
  useBrowser();
  expect(await ask({ email, address, at: AT })).toMatchObject({ ok: false });
  useBrowser(own);
  expect(await ask({ email, address, at: AT })).toMatchObject({ ok: true });
});

test("strangers who use up a mailbox's codes do not keep its owner from one, on a browser where they signed in before", async () => {
  const email = newEmail();
  const own = useBrowser();
  await signInMember(await askCode({ email, at: AT }), from(), AT);
  await floodMailbox({ email });
  expect(await ask({ email, at: AT })).toMatchObject({ ok: false });
  useBrowser(own);
  expect(await signInMember(await askCode({ email, at: AT }), from(), AT)).toMatchObject({ ok: true });
});

test("a flood from elsewhere never shuts staff out of the browser where they signed in before", async () => {
  const audience = "staff";
  const { email } = await hire();
  const own = useBrowser();
  await signInStaff({ email });
  await floodMailbox({ email, audience });
  expect(await ask({ email, audience, at: AT })).toMatchObject({ ok: false });
  useBrowser(own);
  await signInStaff({ email });
});

test("a browser on which somebody signed in as a citizen is not known as that person's at /admin", async () => {
  const [email, audience] = [newEmail(), "staff"] as const;
  const own = useBrowser();
  await signInMember(await askCode({ email, at: AT }), from(), AT);
  await floodMailbox({ email, audience });
  useBrowser(own);
  expect(await ask({ email, audience, at: AT })).toMatchObject({ ok: false });
});

test("what a browser keeps from one address opens no further codes for another", async () => {
  const email = newEmail();
  const stranger = useBrowser();
  await signInMember(await askCode({ email: newEmail(), at: AT }), from(), AT);
  await floodMailbox({ email });
  useBrowser(stranger);
  expect(await ask({ email, at: AT })).toMatchObject({ ok: false });
});

test("one browser gets five codes while its sign-in lasts, whatever addresses it types", async () => {
  for (let mails = 0; mails < 5; mails += 1) await askCode({ email: newEmail(), at: AT });
  expect(await ask({ email: newEmail(), at: AT })).toEqual({ ok: false, retryAfterSeconds: 15 * 60 });
  const afterwards = new Date(AT.getTime() + 15 * 60_000);
  expect(await ask({ email: newEmail(), at: afterwards })).toMatchObject({ ok: true });
});

test("asking answers alike for an address that is a member's and one that is nobody's", async () => {
  const known = newEmail();
  await signInMember(await askCode({ email: known, at: AT }), from(), AT);
  useBrowser();
  const answers = [await ask({ email: known, at: AT }), await ask({ email: newEmail(), at: AT })];
  expect(answers.map((answer) => Object.keys(answer))).toEqual([
    ["ok", "code"],
    ["ok", "code"],
  ]);
});
