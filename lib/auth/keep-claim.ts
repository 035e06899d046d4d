import "server-only";
import { and, eq, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { seal } from "@/lib/shared/seal";
import { ATTEMPT_MS } from "./decide-sign-in-code";

/**
 * Keeps an earn code's token, sealed, with this browser's sign-in for 15 minutes. The latest claim replaces an earlier one; a sign-in
 * under way goes on.
 */
export async function keepClaim(
  { browserHash, token }: { browserHash: Uint8Array; token: string },
  at: Date,
): Promise<void> {
  const mine = and(eq(signInAttempts.browserHash, browserHash), eq(signInAttempts.audience, "member"));
  await db.delete(signInAttempts).where(and(mine, lte(signInAttempts.expiresAt, at)));
  const kept = {
    pendingClaim: seal(env.FIELD_KEYS, token),
    expiresAt: new Date(at.getTime() + ATTEMPT_MS),
    resumeTo: null,
  };
  await db
    .insert(signInAttempts)
    .values({ id: newId(), browserHash, audience: "member", ...kept })
    .onConflictDoUpdate({ target: [signInAttempts.browserHash, signInAttempts.audience], set: kept });
}
