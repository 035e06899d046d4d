import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { db } from "@/db/client";
import { log } from "@/lib/log";

/** Attempts and the seconds in which they may be made. Addresses are generous: a venue or a whole carrier may share one. */
const allowances = {
  /** Sign-in mails asked for from one client address. */
  sign_in_mail_address: { points: 200, duration: 3600 },
  /** Sign-in mails to one mailbox asked for from one client address, or from all known browsers of its owner. */
  sign_in_mail_email: { points: 5, duration: 3600 },
  /** Sign-in mails to one mailbox asked for from browsers that its owner never signed in on: what it must put up with in a day. */
  sign_in_mail_mailbox: { points: 150, duration: 24 * 3600 },
  /** The part of these that one IPv6 /48 may use up, whose 65,536 addresses as we tell them are all one customer's. */
  sign_in_mail_wide: { points: 50, duration: 24 * 3600 },
  /** Wrong sign-in codes from one client address. */
  sign_in_guess: { points: 100, duration: 3600 },
  /** The same from the IPv6 /48 around it: whoever owns one has 65,536 addresses as we tell them. */
  sign_in_guess_wide: { points: 1000, duration: 3600 },
  /** Wrong sign-in codes for one mailbox, its owner's known browsers apart. They shut nobody out: see `decideDigits`. */
  sign_in_guess_mailbox: { points: 5, duration: 3600 },
  sign_in_guess_day: { points: 20, duration: 24 * 3600 },
  /** Short sign-in codes mailed to one mailbox, its owner's known browsers apart; further ones are long. */
  sign_in_short_code: { points: 4, duration: 3600 },
  /** Wrong codes of one person's authenticator app: whoever types them has read that person's mail already. Known browsers apart. */
  totp_guess: { points: 10, duration: 3600 },
  totp_guess_day: { points: 30, duration: 24 * 3600 },
  /** Refused steps of an enrolment by whoever has proven one mailbox. Known browsers apart. */
  enrolment_guess: { points: 10, duration: 3600 },
  /** Wrong invitations to the closed test, typed by one person who would join. */
  invitation_guess: { points: 10, duration: 3600 },
  /** Questions for passkeys asked from one client address. */
  passkey_question: { points: 300, duration: 600 },
  /** Passkeys shown to sign in from one client address. */
  passkey_answer: { points: 300, duration: 600 },
  /** Member numbers that one member of staff tries to link to themselves. */
  member_link: { points: 10, duration: 3600 },
  /** Wrong cards and PINs that one member, or one client address, tries to join to their own account; and tries at one card, whoever makes them. */
  card_join: { points: 5, duration: 24 * 3600 },
  card_join_address: { points: 20, duration: 24 * 3600 },
  card_join_card: { points: 10, duration: 24 * 3600 },
  /** The same over a season: of ten thousand PINs, patience must not find one either. Then the counter joins. */
  card_join_card_season: { points: 30, duration: 90 * 24 * 3600 },
  /** Wrong PINs at cards named by number, in the whole city: many members who try one PIN at many cards. Then the counter joins, or the card's QR. */
  card_join_city: { points: 50, duration: 24 * 3600 },
  /** Wrong answers at the counter to what only one member knows, whoever asks. */
  counter_answer: { points: 5, duration: 900 },
  /** Claims kept for sign-ins to come, from one client address. */
  kept_claim: { points: 300, duration: 600 },
  /** Sign-ins at a provider that were begun from one client address. */
  provider_start: { points: 300, duration: 600 },
  /** QR tokens and typed codes that do not exist, from one client address. */
  code_guess: { points: 100, duration: 600 },
  /** Files of one member's own data: exports and yearly statements. */
  own_export: { points: 20, duration: 3600 },
  /** Check pages opened at shops by one account. */
  payment_quote: { points: 60, duration: 600 },
  /** Payments confirmed by one account. */
  payment_confirm: { points: 20, duration: 600 },
} as const;

export type LimitKind = keyof typeof allowances;

/** Those that honest people do not use up: somebody guesses, or floods a mailbox. The operator is told once for each window (`keepAttempt`). */
const alarming: ReadonlySet<LimitKind> = new Set<LimitKind>([
  ...(["sign_in_guess", "sign_in_guess_wide", "sign_in_guess_mailbox", "sign_in_mail_mailbox"] as const),
  ...(["totp_guess", "enrolment_guess", "invitation_guess", "code_guess"] as const),
  ...(["card_join_address", "card_join_card", "card_join_city", "counter_answer"] as const),
]);
export type Allowance = { ok: true } | { ok: false; retryAfterSeconds: number };

/** What rate-limiter-flexible expects of a client, over our own driver. */
const storeClient = {
  query: async ({ text, values }: { text: string; values: (string | number | null)[] }) => {
    const rows = await db.$client.unsafe(text, values, { prepare: true });
    return {
      rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })),
      rowCount: rows.count,
    };
  },
};

const limiter = (kind: LimitKind) =>
  new RateLimiterPostgres({
    storeClient,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: kind,
    ...allowances[kind],
  });

const limiters = new Map<LimitKind, RateLimiterPostgres>();

function limiterOf(kind: LimitKind): RateLimiterPostgres {
  const kept = limiters.get(kind) ?? limiter(kind);
  limiters.set(kind, kept);
  return kept;
}

const refusal = (result: RateLimiterRes): Allowance => ({
  ok: false,
  retryAfterSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
});

/** Counts one attempt, exactly across processes, and says whether it is allowed. Throws when the database cannot be asked: no limit, no act. */
export async function takeAttempt(kind: LimitKind, key: string): Promise<Allowance> {
  try {
    await limiterOf(kind).consume(key);
    return { ok: true };
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return refusal(thrown);
    throw thrown;
  }
}

/** Gives an attempt back that turned out to be none: to the window it was taken from, never below nothing (the library's own would open the next with one to spare). */
export async function returnAttempt(kind: LimitKind, key: string): Promise<void> {
  await db.$client`
    update rate_limits set points = points - 1
    where key = ${`${kind}:${key}`} and points > 0 and expire > extract(epoch from clock_timestamp()) * 1000`;
}

/** An attempt that was taken stays counted. Of those that use an alarming limit up, one in each window is logged, whichever process sees it first. */
export async function keepAttempt(kind: LimitKind, key: string): Promise<void> {
  if (!alarming.has(kind)) return;
  const told = await db.$client`
    insert into rate_limits as told (key, points, expire)
    select ${`told:${kind}:${key}`}, 1, used.expire from rate_limits used
    where used.key = ${`${kind}:${key}`} and used.points >= ${allowances[kind].points}
      and used.expire > extract(epoch from clock_timestamp()) * 1000
    on conflict (key) do update set expire = excluded.expire where told.expire < excluded.expire
    returning 1`;
  if (told.length > 0) log.warn({ alarm: kind }, "a limit is used up");
}

/** Counts an attempt that nothing gives back any more, and says whether it was allowed. */
export async function spendAttempt(kind: LimitKind, key: string): Promise<Allowance> {
  const allowed = await takeAttempt(kind, key);
  await keepAttempt(kind, key);
  return allowed;
}

/** Whether one more attempt would be allowed; counts nothing. */
export async function peekAttempt(kind: LimitKind, key: string): Promise<Allowance> {
  const used = await limiterOf(kind).get(key);
  return used && used.consumedPoints >= allowances[kind].points ? refusal(used) : { ok: true };
}
