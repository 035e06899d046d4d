import { ok, type Result, refuse } from "@/lib/shared/result";

/** The membership that an identity opens, as it stands. */
export type KnownIdentity = { identityId: string; memberId: string; state: string };

/** A membership that ended, or that is another's by now, is opened by nothing. */
export function decideEntry(known: KnownIdentity): Result<KnownIdentity, "membership_ended"> {
  return known.state === "active" || known.state === "leaving" ? ok(known) : refuse("membership_ended");
}

/** One account at a provider is one member here; linking one's own again changes nothing. */
export function decideLink(
  known: KnownIdentity | undefined,
  memberId: string,
): Result<"new" | "linked_before", "identity_taken"> {
  if (!known) return ok("new");
  return known.memberId === memberId ? ok("linked_before") : refuse("identity_taken");
}
