import "server-only";
import { and, eq } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { unseal } from "@/lib/shared/seal";
import { findStaffByEmail } from "@/lib/staff/queries";
import { ATTEMPT_MS } from "./decide-sign-in-code";

/**
 * Half-way into /admin: this browser has proven an address, and opens nothing but the second step. A row beside the first step's, under an
 * audience of its own, so that neither is ever taken for the other or for a session.
 */
const AUDIENCE = "staff_second";

/** Wrong codes of an authenticator app until the whole sign-in begins again. */
export const SECOND_TRIES = 5;

type Proven = { browserHash: Uint8Array; emailIndex: Uint8Array; emailEncrypted: Uint8Array };

const ofBrowser = (browserHash: Uint8Array) =>
  and(eq(signInAttempts.browserHash, browserHash), eq(signInAttempts.audience, AUDIENCE));

export async function openSecondStep(tx: Transaction, { browserHash, emailIndex, emailEncrypted }: Proven, at: Date) {
  const expiresAt = new Date(at.getTime() + ATTEMPT_MS);
  const step = { emailIndex, emailEncrypted, codeHash: null, triesLeft: SECOND_TRIES, expiresAt };
  await tx
    .insert(signInAttempts)
    .values({ id: newId(), browserHash, audience: AUDIENCE, ...step })
    .onConflictDoUpdate({ target: [signInAttempts.browserHash, signInAttempts.audience], set: step });
}

type Attempt = typeof signInAttempts.$inferSelect;

/** The enabled person who is half-way in. `enrolmentHash`: the enrolment code that was typed right. */
async function describe(database: Database, attempt: Attempt | undefined, at: Date) {
  if (!attempt?.emailIndex || !attempt.emailEncrypted || attempt.expiresAt <= at) return undefined;
  const { emailIndex, emailEncrypted, triesLeft, codeHash: enrolmentHash } = attempt;
  const person = await findStaffByEmail(database, emailIndex);
  if (!person || person.disabled) return undefined;
  const { staffId, name } = person;
  return { staffId, name, email: unseal(env.FIELD_KEYS, emailEncrypted), emailIndex, triesLeft, enrolmentHash };
}
export type SecondStep = NonNullable<Awaited<ReturnType<typeof describe>>>;

export async function findSecondStep(browserHash: Uint8Array | undefined, at: Date): Promise<SecondStep | undefined> {
  if (!browserHash) return undefined;
  const [attempt] = await db.select().from(signInAttempts).where(ofBrowser(browserHash));
  return describe(db, attempt, at);
}

/** The person who has typed a right enrolment code in this browser. */
export async function findEnrolling(browserHash: Uint8Array | undefined, at: Date): Promise<SecondStep | undefined> {
  const step = await findSecondStep(browserHash, at);
  return step?.enrolmentHash ? step : undefined;
}

/** The half-way state under its row's lock, so that simultaneous tries come one after another. */
export async function lockSecondStep(tx: Transaction, browserHash: Uint8Array, at: Date) {
  const [attempt] = await tx.select().from(signInAttempts).where(ofBrowser(browserHash)).for("update");
  return describe(tx, attempt, at);
}

export async function closeSecondStep(tx: Transaction, browserHash: Uint8Array): Promise<void> {
  await tx.delete(signInAttempts).where(ofBrowser(browserHash));
}

/** A wrong code of the authenticator app: after the last one the sign-in begins again. */
export async function countWrongSecond(tx: Transaction, browserHash: Uint8Array, { triesLeft }: SecondStep) {
  if (triesLeft <= 1) return closeSecondStep(tx, browserHash);
  await tx
    .update(signInAttempts)
    .set({ triesLeft: triesLeft - 1 })
    .where(ofBrowser(browserHash));
}

export async function noteEnrolmentCode(tx: Transaction, browserHash: Uint8Array, enrolmentHash: Uint8Array) {
  await tx.update(signInAttempts).set({ codeHash: enrolmentHash }).where(ofBrowser(browserHash));
}
