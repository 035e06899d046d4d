import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { env } from "@/lib/env";
import { type Allowance, spendAttempt, takeAttempt } from "@/lib/limits/limits";
import { newId } from "@/lib/shared/ids";
import { indexEmail } from "@/lib/shared/index-email";
import { seal } from "@/lib/shared/seal";
import { decideWiderNetwork } from "./decide-client-address";
import { ATTEMPT_MS, CODE_MS, decideDigits, decideMail, TRIES } from "./decide-sign-in-code";
import { findAttempt } from "./find-attempt";
import { forgetExpired } from "./forget-expired";
import { type Audience, hashCode, makeCode } from "./hash-sign-in";
import { isKnownBrowser, mailboxKey } from "./known-browser";
import { isGuessedAt } from "./try-code";

type Asked<T> = ({ ok: true } & T) | (Allowance & { ok: false });

/** Ended rows that go with each new sign-in. */
const FORGOTTEN_AT_ONCE = 50;

export type CodeWish = {
  audience: Audience;
  browserHash: Uint8Array;
  /** As `EmailInput` gives it. */
  email: string;
  /** The client's address, for limits. */
  address: string;
  resumeTo: string | undefined;
};

/** In this order, so that what is refused nearer by uses up nothing further out. */
async function mayStrangerMailTo(mailbox: string, address: string): Promise<Allowance> {
  const fromHere = await takeAttempt("sign_in_mail_email", `${mailbox}:${address}`);
  if (!fromHere.ok) return fromHere;
  const wider = decideWiderNetwork(address);
  const around = wider ? await takeAttempt("sign_in_mail_wide", `${mailbox}:${wider}`) : fromHere;
  return around.ok ? spendAttempt("sign_in_mail_mailbox", mailbox) : around;
}

/**
 * Mails to one mailbox are limited for each address that asks and for the network around it, and loosely for all of them, so that the mailbox
 * is not buried. Whoever uses these up does not reach the browsers on which its owner signed in before.
 */
const mayMailTo = (mailbox: string, isKnown: boolean, address: string): Promise<Allowance> =>
  isKnown ? takeAttempt("sign_in_mail_email", mailbox) : mayStrangerMailTo(mailbox, address);

/** Whether a code may be mailed; if so, of how many digits. */
async function mayMail(wish: CodeWish, emailIndex: Buffer, at: Date): Promise<Asked<{ digits: number }>> {
  const attempt = decideMail(await findAttempt(db, wish.audience, wish.browserHash), at);
  if (!attempt.ok) return attempt;
  const fromHere = await takeAttempt("sign_in_mail_address", wish.address);
  if (!fromHere.ok) return fromHere;
  const isKnown = await isKnownBrowser(wish.audience, emailIndex);
  const mailbox = mailboxKey(wish.audience, emailIndex, isKnown);
  const allowed = await mayMailTo(mailbox, isKnown, wish.address);
  if (!allowed.ok) return allowed;
  const few = await takeAttempt("sign_in_short_code", mailbox);
  return { ok: true, digits: decideDigits(await isGuessedAt(mailbox), few.ok) };
}

/** One statement, so that two taps leave one attempt whose code is the later one's. What an expired sign-in left is dropped. */
async function storeCode(wish: CodeWish, emailIndex: Buffer, code: string, at: Date): Promise<void> {
  const alive = sql`${signInAttempts.expiresAt} > ${at.toISOString()}::timestamptz`;
  const asked = {
    emailIndex,
    emailEncrypted: seal(env.FIELD_KEYS, wish.email),
    codeHash: hashCode(wish.audience, wish.browserHash, code),
    codeExpiresAt: new Date(at.getTime() + CODE_MS),
    triesLeft: TRIES,
    expiresAt: new Date(at.getTime() + ATTEMPT_MS),
  };
  const resumeTo = wish.resumeTo ?? null;
  await db
    .insert(signInAttempts)
    .values({ id: newId(), browserHash: wish.browserHash, audience: wish.audience, ...asked, resumeTo, sentCount: 1 })
    .onConflictDoUpdate({
      target: [signInAttempts.browserHash, signInAttempts.audience],
      set: {
        ...asked,
        resumeTo: sql`coalesce(${resumeTo}, case when ${alive} then ${signInAttempts.resumeTo} end)`,
        pendingClaim: sql`case when ${alive} then ${signInAttempts.pendingClaim} end`,
        sentCount: sql`case when ${alive} then ${signInAttempts.sentCount} else 0 end + 1`,
      },
    });
}

/**
 * Makes a new code for this browser, of as many digits as `decideDigits` says, good for 10 minutes and the tries of `decideTries`; an earlier one
 * is void. Never looks at whether the address is known here: the answer and its time are the same. Resolves to the code to be mailed, or to the
 * seconds to wait.
 */
export async function askSignInCode(wish: CodeWish, at: Date): Promise<Asked<{ code: string }>> {
  const emailIndex = indexEmail(env.INDEX_KEY, wish.email);
  const allowed = await mayMail(wish, emailIndex, at);
  if (!allowed.ok) return allowed;
  const code = makeCode(allowed.digits);
  await storeCode(wish, emailIndex, code, at);
  await forgetExpired(at, FORGOTTEN_AT_ONCE);
  return { ok: true, code };
}
