import "server-only";
import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { ok, type Result } from "@/lib/shared/result";
import { ATTEMPT_MS, type CodeRefusal, decideSignInCode } from "./decide-sign-in-code";
import { type Audience, hashCode } from "./hash-sign-in";

export type TypedCode = { browserHash: Uint8Array; code: string };
/** A try as it was counted: for this mailbox, whose code has so many tries. */
export type CountedCode = TypedCode & { emailIndex: Uint8Array; tries: number };

/** What is left of an attempt whose code is used up while a claim waits in it: `makeKeptClaim` makes it and takes it away. */
const claimAlone = (at: Date) => ({
  ...{ emailEncrypted: null, emailIndex: null, codeHash: null, codeExpiresAt: null, resumeTo: null },
  ...{ triesLeft: 0, sentCount: 0, expiresAt: new Date(at.getTime() + ATTEMPT_MS) },
});

/**
 * Checks what was typed against this browser's attempt, under the row's lock, so that simultaneous tries count one by one. A wrong try is
 * counted, a right one uses the attempt up, but for a claim that waits in it. The caller's transaction must commit in both cases.
 */
export async function checkSignInCode(tx: Transaction, audience: Audience, typed: CountedCode, at: Date) {
  // The mailbox too: asking for another one in between must not get a try that was counted elsewhere.
  const mine = and(
    eq(signInAttempts.browserHash, typed.browserHash),
    eq(signInAttempts.audience, audience),
    eq(signInAttempts.emailIndex, typed.emailIndex),
  );
  const [attempt] = await tx.select().from(signInAttempts).where(mine).for("update");
  const checked: Result<"right", CodeRefusal> = decideSignInCode(
    attempt,
    hashCode(audience, typed.browserHash, typed.code),
    typed.tries,
    at,
  );
  if (!checked.ok) {
    if (attempt && checked.reason === "wrong_code") {
      await tx
        .update(signInAttempts)
        .set({ triesLeft: attempt.triesLeft - 1 })
        .where(mine);
    }
    return checked;
  }
  const { emailIndex, emailEncrypted, resumeTo, pendingClaim } = attempt ?? {};
  if (!emailIndex || !emailEncrypted) throw new Error("a right code has no address");
  if (pendingClaim) await tx.update(signInAttempts).set(claimAlone(at)).where(mine);
  else await tx.delete(signInAttempts).where(mine);
  return ok({ emailIndex, emailEncrypted, resumeTo: resumeTo ?? undefined });
}
