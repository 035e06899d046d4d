import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { env } from "@/lib/env";
import { newId } from "@/lib/shared/ids";
import { seal } from "@/lib/shared/seal";
import { ATTEMPT_MS } from "./decide-sign-in-code";

/**
 * Keeps an earn code's token, sealed, with this browser's sign-in for 15 minutes. The latest claim replaces an earlier one; a sign-in under way goes on.
 */
export async function keepClaim(
  { browserHash, token }: { browserHash: Uint8Array; token: string },
  at: Date,
): Promise<void> {
  const expiresAt = new Date(at.getTime() + ATTEMPT_MS);
  const pendingClaim = seal(env.FIELD_KEYS, token);
  await db
    .insert(signInAttempts)
    .values({ id: newId(), browserHash, audience: "member", pendingClaim, expiresAt })
    .onConflictDoUpdate({
      target: [signInAttempts.browserHash, signInAttempts.audience],
      set: {
        pendingClaim,
        expiresAt,
        resumeTo: null,
        sentCount: sql`case when ${signInAttempts.expiresAt} > ${at.toISOString()}::timestamptz then ${signInAttempts.sentCount} else 0 end`,
      },
    });
}
