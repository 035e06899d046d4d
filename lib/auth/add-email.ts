import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { members } from "@/db/schema";
import type { ProvenEmail } from "@/lib/members/admit-member";
import { decideOpen } from "@/lib/members/decide-identity";
import { decideEmail } from "@/lib/members/decide-way-in";
import { endWaySessions } from "@/lib/members/end-way-sessions";
import { holdsAddress } from "@/lib/members/holds-address";
import { lockAddress, lockMember } from "@/lib/members/lock-member";
import { recordMemberEvent } from "@/lib/members/record-event";
import type { Result } from "@/lib/shared/result";
import { checkSignInCode, type TypedCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";
import { rememberBrowser } from "./known-browser";
import { type TooMany, tryCode } from "./try-code";

type Kept = Result<"new" | "own", "email_taken" | "membership_ended">;

/** Whose address it becomes, and the session that acts, which goes on. */
type Owner = { memberId: string; sessionId?: string };

/** Waits for a first sign-in with the same address, and that for this: one address has one member. */
async function keepEmail(tx: Transaction, { memberId, sessionId }: Owner, email: ProvenEmail, at: Date): Promise<Kept> {
  const { emailIndex, emailEncrypted } = email;
  await lockAddress(tx, emailIndex);
  const own = await lockMember(tx, memberId);
  const open = decideOpen(own.state);
  if (!open.ok) return open;
  const [owner] = await tx.select({ memberId: members.id }).from(members).where(holdsAddress(emailIndex));
  const decided = decideEmail(owner, memberId);
  if (!decided.ok || decided.value === "own") return decided;
  await tx.update(members).set({ emailIndex, emailEncrypted }).where(eq(members.id, memberId));
  const actor = `member:${memberId}`;
  await recordMemberEvent(tx, { memberId, kind: "added_email", actor }, at);
  await endWaySessions(tx, { memberId, except: sessionId, actor }, { email: own.emailIndex }, at);
  return decided;
}

/**
 * Makes the address that was proven by this browser's code the member's, in place of one that they had, with the
 * sessions that it opened. Whose it is besides is told to nobody
 * before the code was typed: then `email_taken` is told to whoever reads its mails. Only in an action.
 */
export async function addEmail(
  typed: TypedCode,
  owner: Owner,
  address: string,
  at: Date,
): Promise<Result<"new" | "own", CodeRefusal | "email_taken" | "membership_ended"> | TooMany> {
  const index: { proven?: Uint8Array } = {};
  const answer = await tryCode("member_email", typed, address, (counted) =>
    db.transaction(async (tx): Promise<Kept | Result<never, CodeRefusal>> => {
      const checked = await checkSignInCode(tx, "member_email", counted, at);
      if (!checked.ok) return checked;
      index.proven = checked.value.emailIndex;
      return keepEmail(tx, owner, checked.value, at);
    }),
  );
  if (answer.ok && index.proven) await rememberBrowser("member", index.proven);
  return answer;
}
