import { randomBytes } from "node:crypto";
import { db } from "@/db/client";
import { newId } from "@/lib/shared/ids";
import type { Keys } from "./keys";

/** An authenticator has so long to answer. */
export const CHALLENGE_MS = 5 * 60 * 1000;

export type ChallengeOf = {
  /** The browser that it is asked in. */
  browserHash: Uint8Array;
  /** `step_up` of staff and `prove` of citizens: again, by whoever is signed in. */
  purpose: "sign_in" | "step_up" | "prove" | "register";
  /** Null where the answer itself says who it is. */
  ownerId: string | null;
};

/** 32 random bytes for an authenticator to sign, good once. */
export async function openChallenge(
  keys: Keys,
  { browserHash, purpose, ownerId }: ChallengeOf,
  at: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  const asked = { browserHash, purpose, challenge, expiresAt: new Date(at.getTime() + CHALLENGE_MS) };
  await db.insert(keys.challenges).values({ id: newId(), ...keys.ownedBy(ownerId), ...asked });
  return challenge;
}
