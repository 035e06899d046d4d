import { and, eq, gt, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Keys } from "./keys";
import type { ChallengeOf } from "./open-challenge";

/**
 * Whether this challenge was asked in this browser, for this and of this person, within five minutes, and is answered for the first time.
 * It is spent with the question, whatever the answer is worth.
 */
export async function takeChallenge(
  tx: Transaction,
  keys: Keys,
  of: ChallengeOf,
  challenge: string,
  at: Date,
): Promise<boolean> {
  const { challenges, challengeOwner } = keys;
  const taken = await tx
    .update(challenges)
    .set({ usedAt: at })
    .where(
      and(
        eq(challenges.challenge, Buffer.from(challenge, "base64url")),
        eq(challenges.browserHash, of.browserHash),
        eq(challenges.purpose, of.purpose),
        of.ownerId === null ? isNull(challengeOwner) : eq(challengeOwner, of.ownerId),
        isNull(challenges.usedAt),
        gt(challenges.expiresAt, at),
      ),
    )
    .returning({ id: challenges.id });
  return taken.length > 0;
}
