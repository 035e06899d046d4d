import { ok, type Result, refuse } from "@/lib/shared/result";

/** A way in that its member can take away; `id` is `email` for the address, of which there is one. */
export type WayIn = { kind: "email" | "passkey" | "identity"; id: string };
export type WaysIn = {
  own: readonly WayIn[];
  /** A live card, or a sign-up at the counter, where they are known: kept by staff, and a way in of its own. */
  hasCard: boolean;
  isOfCounter: boolean;
};

export const wayRefusals = ["unknown_way", "last_way_in"] as const;
export type WayRefusal = (typeof wayRefusals)[number];

/** Whether a way in may go: the last one stays, since nobody could come in any more. The database refuses the same (guard_way_in). */
export function decideWayRemoval(ways: WaysIn, wish: WayIn): Result<WayIn, WayRefusal> {
  const found = ways.own.find(({ kind, id }) => kind === wish.kind && id === wish.id);
  if (!found) return refuse("unknown_way");
  return ways.own.length > 1 || ways.hasCard || ways.isOfCounter ? ok(found) : refuse("last_way_in");
}

/** Whether a proven address may be the member's: it is nobody else's. Joining two people is done at the counter. */
export function decideEmail(
  owner: { memberId: string } | undefined,
  memberId: string,
): Result<"new" | "own", "email_taken"> {
  if (!owner) return ok("new");
  return owner.memberId === memberId ? ok("own") : refuse("email_taken");
}
