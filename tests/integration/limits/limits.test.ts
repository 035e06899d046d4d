import { randomUUID } from "node:crypto";
import { expect, test, vi } from "vitest";
import {
  keepAttempt,
  type LimitKind,
  peekAttempt,
  returnAttempt,
  spendAttempt,
  takeAttempt,
} from "@/lib/limits/limits";
import { log } from "@/lib/log";
import { adminSql } from "../../support/database";

const admin = adminSql();

test("of forty simultaneous attempts by two processes exactly as many are allowed as the limit says", async () => {
  const key = randomUUID();
  vi.resetModules();
  const other = await import("@/lib/limits/limits");
  expect(other.takeAttempt).not.toBe(takeAttempt);
  const takes = Array.from({ length: 40 }, (_, index) =>
    (index % 2 ? takeAttempt : other.takeAttempt)("payment_confirm", key),
  );
  const allowed = (await Promise.all(takes)).filter(({ ok }) => ok);
  expect(allowed).toHaveLength(20);
});

test("a refused attempt says in how many seconds the next is allowed", async () => {
  const key = randomUUID();
  for (let taken = 0; taken < 5; taken += 1) await takeAttempt("sign_in_mail_email", key);
  const refused = await takeAttempt("sign_in_mail_email", key);
  expect(refused.ok || refused.retryAfterSeconds).toBeGreaterThan(3590);
  expect(refused.ok || refused.retryAfterSeconds).toBeLessThanOrEqual(3600);
});

test("once the time is over, attempts are allowed again", async () => {
  const key = randomUUID();
  for (let taken = 0; taken < 6; taken += 1) await takeAttempt("sign_in_mail_email", key);
  await admin`update rate_limits set expire = 1 where key = ${`sign_in_mail_email:${key}`}`;
  expect(await peekAttempt("sign_in_mail_email", key)).toEqual({ ok: true });
  expect(await takeAttempt("sign_in_mail_email", key)).toEqual({ ok: true });
});

test("looking counts nothing, and refuses as soon as taking would", async () => {
  const key = randomUUID();
  for (let looked = 0; looked < 10; looked += 1) await peekAttempt("sign_in_mail_email", key);
  for (let taken = 0; taken < 5; taken += 1) {
    expect(await peekAttempt("sign_in_mail_email", key)).toEqual({ ok: true });
    expect(await takeAttempt("sign_in_mail_email", key)).toEqual({ ok: true });
  }
  expect(await peekAttempt("sign_in_mail_email", key)).toMatchObject({ ok: false });
});

test("what is given back makes room in its own window, and never leaves more room than there is", async () => {
  const key = randomUUID();
  for (let taken = 0; taken < 6; taken += 1) await takeAttempt("sign_in_mail_email", key);
  await returnAttempt("sign_in_mail_email", key);
  await returnAttempt("sign_in_mail_email", key);
  expect(await takeAttempt("sign_in_mail_email", key)).toEqual({ ok: true });
  expect(await takeAttempt("sign_in_mail_email", key)).toMatchObject({ ok: false });
  await admin`update rate_limits set expire = 1 where key = ${`sign_in_mail_email:${key}`}`;
  for (let late = 0; late < 9; late += 1) await returnAttempt("sign_in_mail_email", key);
  for (let taken = 0; taken < 5; taken += 1) expect(await takeAttempt("sign_in_mail_email", key)).toEqual({ ok: true });
  expect(await takeAttempt("sign_in_mail_email", key)).toMatchObject({ ok: false });
});

/** The kinds of which `acts` tell the operator. */
async function listAlarms(acts: () => Promise<unknown>): Promise<LimitKind[]> {
  const told = vi.spyOn(log, "warn");
  await acts();
  const kinds = told.mock.calls.map(([what]) => (what as unknown as { alarm: LimitKind }).alarm);
  told.mockRestore();
  return kinds;
}
const spend = (kind: LimitKind, key: string, times: number) =>
  Promise.all(Array.from({ length: times }, () => spendAttempt(kind, key)));

test("the operator is told once in a window that an alarming limit is used up, however many go on, and again in the next", async () => {
  const key = randomUUID();
  expect(await listAlarms(() => spend("counter_answer", key, 4))).toEqual([]);
  expect(await listAlarms(() => spend("counter_answer", key, 20))).toEqual(["counter_answer"]);
  expect(await listAlarms(() => spend("counter_answer", key, 20))).toEqual([]);
  await admin`update rate_limits set expire = 1 where key like ${`%counter_answer:${key}`}`;
  expect(await listAlarms(() => spend("counter_answer", key, 5))).toEqual(["counter_answer"]);
  expect(await listAlarms(() => spend("card_join", key, 20))).toEqual([]);
});

test("an attempt that is given back raises no alarm, and one that is kept does where it is the last", async () => {
  const key = randomUUID();
  const attempts = async (last: typeof keepAttempt) => {
    await takeAttempt("counter_answer", key);
    await last("counter_answer", key);
  };
  await spend("counter_answer", key, 4);
  expect(await listAlarms(() => attempts(returnAttempt))).toEqual([]);
  expect(await listAlarms(() => attempts(keepAttempt))).toEqual(["counter_answer"]);
});

test("kinds and keys are counted apart", async () => {
  const key = randomUUID();
  for (let taken = 0; taken < 6; taken += 1) await takeAttempt("sign_in_mail_email", key);
  expect(await takeAttempt("sign_in_mail_email", randomUUID())).toEqual({ ok: true });
  expect(await takeAttempt("payment_confirm", key)).toEqual({ ok: true });
});

test("where the database cannot count, nothing is allowed", async () => {
  await admin`alter table rate_limits rename to rate_limits_away`;
  await expect(takeAttempt("payment_confirm", "any")).rejects.toMatchObject({ code: "42P01" });
  await expect(peekAttempt("payment_confirm", "any")).rejects.toMatchObject({ code: "42P01" });
  await admin`alter table rate_limits_away rename to rate_limits`;
});
