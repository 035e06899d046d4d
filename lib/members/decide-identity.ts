import { ok, type Result, refuse } from "@/lib/shared/result";

/** The membership that an identity opens, as it stands. */
export type KnownIdentity = { identityId: string; memberId: string; state: string };

/**
 * Whether a membership is opened by its ways in, and may be given another: not one that has ended, or that is another's by now; one that is being
 * left still is, since that can be undone.
 */
export const decideOpen = (state: string): Result<"open", "membership_ended"> =>
  state === "active" || state === "leaving" ? ok("open") : refuse("membership_ended");

export function decideEntry(known: KnownIdentity): Result<KnownIdentity, "membership_ended"> {
  const open = decideOpen(known.state);
  return open.ok ? ok(known) : open;
}

/** One account at a provider is one member here; linking one's own again changes nothing. */
export function decideLink(
  known: KnownIdentity | undefined,
  memberId: string,
): Result<"new" | "linked_before", "identity_taken"> {
  if (!known) return ok("new");
  return known.memberId === memberId ? ok("linked_before") : refuse("identity_taken");
}
