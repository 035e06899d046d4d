import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { staffChallenges } from "@/db/schema";
import type { ChallengeOf } from "./open-challenge";

/**
 * Whether this challenge was asked in this browser, for this and of this person, within five minutes, and is answered for the first time.
 * It is spent with the question, whatever the answer is worth.
 */
export async function takeChallenge(tx: Transaction, of: ChallengeOf, challenge: string, at: Date): Promise<boolean> {
  const taken = await tx
    .update(staffChallenges)
    .set({ usedAt: at })
    .where(
      and(
        eq(staffChallenges.challenge, Buffer.from(challenge, "base64url")),
        eq(staffChallenges.browserHash, of.browserHash),
        eq(staffChallenges.purpose, of.purpose),
        of.staffId === null ? isNull(staffChallenges.staffId) : eq(staffChallenges.staffId, of.staffId),
        isNull(staffChallenges.usedAt),
        gt(staffChallenges.expiresAt, at),
      ),
    )
    .returning({ id: staffChallenges.id });
  return taken.length > 0;
}
