import "server-only";
import { and, eq, lte } from "drizzle-orm";
import { db } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import { ClaimInput } from "@/lib/claims/input";
import { findCodeByToken } from "@/lib/codes/queries";
import { env } from "@/lib/env";
import { takeAttempt } from "@/lib/limits/limits";
import { newId } from "@/lib/shared/ids";
import { seal, unseal } from "@/lib/shared/seal";
import { ATTEMPT_MS } from "./decide-sign-in-code";

/**
 * Whether a claim may be kept: only for a code that there is, since whoever has no session writes a row with each, and so often from one
 * client address. Revoked codes too: the sign-in then ends on the page that says so.
 */
export async function mayKeepClaim(token: string, address: string): Promise<"yes" | "unknown_code" | "too_many"> {
  const code = ClaimInput.safeParse({ token }).success ? await findCodeByToken(token) : undefined;
  if (code?.kind !== "activity") return "unknown_code";
  return (await takeAttempt("kept_claim", address)).ok ? "yes" : "too_many";
}

/** The claim again: a token has no space. */
export function openClaim(pendingClaim: Uint8Array): KeptClaim {
  const [token = "", drawnFor] = unseal(env.FIELD_KEYS, pendingClaim).split(" ");
  return { token, drawnFor };
}

/** Takes a kept claim away that was made. Another one that was kept meanwhile stays, and so does a sign-in under way. */
export async function dropClaim(browserHash: Uint8Array, pendingClaim: Uint8Array): Promise<void> {
  const own = and(eq(signInAttempts.browserHash, browserHash), eq(signInAttempts.audience, "member"));
  await db
    .update(signInAttempts)
    .set({ pendingClaim: null })
    .where(and(own, eq(signInAttempts.pendingClaim, pendingClaim)));
}

/** `drawnFor`: whose own page it was that asked for the points; undefined: a page from before any sign-in. */
export type KeptClaim = { token: string; drawnFor?: string | undefined };

/**
 * Keeps a claim, sealed, with this browser's sign-in for 15 minutes. The latest claim replaces an earlier one; a sign-in under way goes on.
 */
export async function keepClaim(
  { browserHash, token, drawnFor }: KeptClaim & { browserHash: Uint8Array },
  at: Date,
): Promise<void> {
  const mine = and(eq(signInAttempts.browserHash, browserHash), eq(signInAttempts.audience, "member"));
  await db.delete(signInAttempts).where(and(mine, lte(signInAttempts.expiresAt, at)));
  const kept = {
    pendingClaim: seal(env.FIELD_KEYS, drawnFor ? `${token} ${drawnFor}` : token),
    expiresAt: new Date(at.getTime() + ATTEMPT_MS),
    resumeTo: null,
  };
  await db
    .insert(signInAttempts)
    .values({ id: newId(), browserHash, audience: "member", ...kept })
    .onConflictDoUpdate({ target: [signInAttempts.browserHash, signInAttempts.audience], set: kept });
}
