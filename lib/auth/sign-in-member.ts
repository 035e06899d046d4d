import "server-only";
import { db } from "@/db/client";
import type { CountedCode, TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { rememberBrowser } from "./known-browser";
import { landMember } from "./land-member";
import { startSession } from "./start-session";
import { tryCode } from "./try-code";
import { verifyMemberCode } from "./verify-member-code";

export type SignInAnswer =
  | { ok: true; landing: string }
  | { ok: false; reason: CodeRefusal }
  | { ok: false; reason: "too_many_guesses"; retryAfterSeconds: number };

/** One transaction: an address that is removed at this moment opens no session that outlives it. */
const openByCode = (typed: CountedCode, at: Date) =>
  db.transaction(async (tx) => {
    const proven = await verifyMemberCode(tx, typed, at);
    if (!proven.ok) return proven;
    const { memberId, emailIndex } = proven.value;
    await startSession({ memberId, openedBy: { emailIndex } }, at, tx);
    return proven;
  });

/** Signs the owner of the typed code in and resolves to the path to land on. Only in an action. */
export async function signInMember(
  typed: TypedCode,
  from: { address: string; requestId: string },
  at: Date,
): Promise<SignInAnswer> {
  const proven = await tryCode("member", typed, from.address, (counted) => openByCode(counted, at));
  if (!proven.ok) return proven;
  await rememberBrowser("member", proven.value.emailIndex);
  return { ok: true, landing: await landMember(proven.value, from.requestId, at) };
}
