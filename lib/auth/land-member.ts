import "server-only";
import { db } from "@/db/client";
import { findOwed } from "@/lib/members/find-owed";
import { makeKeptClaim } from "./make-kept-claim";
import { owedPath } from "./owed-path";

/**
 * The path on which somebody lands who has just shown a way in, or finished what they owed: every way in ends here, after `startSession`.
 * Whoever owes the sign-up or a consent is led there first; what they asked for before, a claim or `resumeTo`, waits behind it. Only in an action
 * or a route handler.
 */
export async function landMember(
  { memberId, resumeTo }: { memberId: string; resumeTo: string | undefined },
  requestId: string,
  at: Date,
): Promise<string> {
  const owed = await findOwed(db, memberId);
  if (owed) return owedPath(owed, resumeTo);
  return (await makeKeptClaim(memberId, requestId, at)) ?? resumeTo ?? "/";
}
