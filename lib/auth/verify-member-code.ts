import "server-only";
import type { Transaction } from "@/db/client";
import { admitMember } from "@/lib/members/admit-member";
import { ok, type Result } from "@/lib/shared/result";
import { type CountedCode, checkSignInCode } from "./check-sign-in-code";
import type { CodeRefusal } from "./decide-sign-in-code";

export type ProvenMember = {
  memberId: string;
  emailIndex: Uint8Array;
  resumeTo: string | undefined;
};

/**
 * The member who proved an e-mail address with this browser's code; the first proof makes the member, in the same transaction, which commits also
 * where it is refused: `no_attempt`, `code_expired`, `no_tries_left`, `wrong_code` (which costs one of the code's tries).
 */
export async function verifyMemberCode(
  tx: Transaction,
  typed: CountedCode,
  at: Date,
): Promise<Result<ProvenMember, CodeRefusal>> {
  const checked = await checkSignInCode(tx, "member", typed, at);
  if (!checked.ok) return checked;
  const { resumeTo, ...email } = checked.value;
  const memberId = await admitMember(tx, email, at);
  return ok({ memberId, emailIndex: email.emailIndex, resumeTo });
}
