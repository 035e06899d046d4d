import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { members } from "@/db/schema";
import { takeAttempt } from "@/lib/limits/limits";
import type { Assertion } from "@/lib/passkeys/input";
import { memberKeys } from "@/lib/passkeys/keys";
import { lockPasskey, type PasskeyRefusal, verifyAssertion } from "@/lib/passkeys/verify-assertion";
import { isSameHash } from "@/lib/shared/keyed-hash";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { checkSignInCode, type TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { proveMemberSession } from "./start-session";
import { type TooMany, tryCode } from "./try-code";

async function isOwnEmail(tx: Transaction, memberId: string, emailIndex: Uint8Array): Promise<boolean> {
  const [own] = await tx.select({ emailIndex: members.emailIndex }).from(members).where(eq(members.id, memberId));
  return own?.emailIndex ? isSameHash(own.emailIndex, emailIndex) : false;
}

/** By the code mailed to the member's own address; within the limits on guesses. Resolves to where the person was going. */
export function proveByCode(
  typed: TypedCode,
  memberId: string,
  address: string,
  at: Date,
): Promise<Result<{ resumeTo: string | undefined }, CodeRefusal> | TooMany> {
  return tryCode("member_prove", typed, address, (counted) =>
    db.transaction(async (tx): Promise<Result<{ resumeTo: string | undefined }, CodeRefusal>> => {
      const checked = await checkSignInCode(tx, "member_prove", counted, at);
      if (!checked.ok) return checked;
      if (!(await isOwnEmail(tx, memberId, checked.value.emailIndex))) return refuse("no_attempt");
      await proveMemberSession(at, tx);
      return ok({ resumeTo: checked.value.resumeTo });
    }),
  );
}

/** By one of the member's own passkeys. The challenge is spent whatever the answer is worth. */
export async function proveByPasskey(
  { browserHash, assertion }: { browserHash: Uint8Array; assertion: Assertion },
  memberId: string,
  address: string,
  at: Date,
): Promise<Result<"proven", PasskeyRefusal> | TooMany> {
  const allowed = await takeAttempt("passkey_answer", address);
  if (!allowed.ok) return { ...allowed, reason: "too_many_guesses" };
  return db.transaction(async (tx): Promise<Result<"proven", PasskeyRefusal>> => {
    const passkey = await lockPasskey(tx, memberKeys, assertion);
    if (passkey?.ownerId !== memberId) return refuse("passkey_refused");
    const of = { browserHash, purpose: "prove", ownerId: memberId } as const;
    const shown = await verifyAssertion(tx, memberKeys, { passkey, of, assertion }, at);
    if (!shown.ok) return shown;
    await proveMemberSession(at, tx);
    return ok("proven");
  });
}
