import "server-only";
import { and, eq } from "drizzle-orm";
import { type Database, db } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { env } from "@/lib/env";
import { unseal } from "@/lib/shared/seal";
import type { Audience } from "./hash-sign-in";

/** The sign-in under way in this browser, alive or not. */
export async function findAttempt(database: Database, audience: Audience, browserHash: Uint8Array) {
  const [found] = await database
    .select()
    .from(signInAttempts)
    .where(and(eq(signInAttempts.browserHash, browserHash), eq(signInAttempts.audience, audience)));
  return found;
}

/** What the sign-in pages show while a sign-in lasts: where its code went, and whether a claim waits behind it. */
export async function findSignInUnderWay(audience: Audience, browserHash: Uint8Array, at: Date) {
  const found = await findAttempt(db, audience, browserHash);
  if (!found || found.expiresAt <= at) return undefined;
  const email = found.emailEncrypted ? unseal(env.FIELD_KEYS, found.emailEncrypted) : undefined;
  return { email, hasClaim: found.pendingClaim !== null };
}
