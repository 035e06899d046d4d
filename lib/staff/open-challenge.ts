import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { staffChallenges } from "@/db/schema";
import { newId } from "@/lib/shared/ids";

/** An authenticator has so long to answer. */
export const CHALLENGE_MS = 5 * 60 * 1000;

export type ChallengeOf = {
  /** The browser that it is asked in. */
  browserHash: Uint8Array;
  purpose: "sign_in" | "step_up" | "register";
  /** Null where the answer itself says who it is. */
  staffId: string | null;
};

/** 32 random bytes for an authenticator to sign, good once. */
export async function openChallenge(of: ChallengeOf, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  await db
    .insert(staffChallenges)
    .values({ id: newId(), ...of, challenge, expiresAt: new Date(at.getTime() + CHALLENGE_MS) });
  return challenge;
}
