import { formatTypedCode, makeTypedCode, readTypedCode } from "@/lib/codes/decide-typed-code";
import type { BookKind } from "@/lib/ledger/current-book";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** Eight characters, the last of which checks the others; guesses are rate-limited. */
export const makeInvitationCode = makeTypedCode;
export const formatInvitationCode = formatTypedCode;
export const readInvitationCode = readTypedCode;

export type InvitationFacts = { usedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

export const invitationRefusals = [
  "invitation_missing",
  "invitation_unknown",
  "invitation_used",
  "invitation_revoked",
  "invitation_expired",
] as const;
export type InvitationRefusal = (typeof invitationRefusals)[number];

/** Whether a code lets its bearer in, once. `found`: the invitation of the typed code; "untyped" where none was typed. */
export function decideInvitation(
  found: InvitationFacts | undefined | "untyped",
  at: Date,
): Result<null, InvitationRefusal> {
  if (found === "untyped") return refuse("invitation_missing");
  if (!found) return refuse("invitation_unknown");
  if (found.usedAt) return refuse("invitation_used");
  if (found.revokedAt) return refuse("invitation_revoked");
  return found.expiresAt <= at ? refuse("invitation_expired") : ok(null);
}

/** In a closed test a person joins by invitation; whoever has used one already has joined. */
export const needsInvitation = (book: BookKind | undefined, hasUsedOne: boolean): boolean =>
  book === "closed_test" && !hasUsedOne;

export type BatchRefusal = "no_closed_test" | "batch_exists";

/** Invitations are made while there is a test to join, and each list once: its codes cannot be shown again. */
export function decideBatch(book: BookKind | undefined, isMade: boolean): Result<null, BatchRefusal> {
  if (book !== "closed_test") return refuse("no_closed_test");
  return isMade ? refuse("batch_exists") : ok(null);
}
