import { ok, type Result, refuse } from "@/lib/shared/result";

/** The pending draft of the same kind about the same thing, if there is one. */
export type PendingDraft = { id: string; isSamePayload: boolean; makerId: string };
/** The draft that a new one is to replace. */
export type FollowedDraft = { state: string; makerId: string; isSameTarget: boolean; isFollowed: boolean };

export const draftRefusals = ["draft_pending", "not_sent_back", "own_wallet", "staff_disabled"] as const;
export type DraftRefusal = (typeof draftRefusals)[number];
/** A refusal of the approvals' own, whose sentence is theirs, beside those of the domain that asked. */
export const isDraftRefusal = (reason: string): reason is DraftRefusal =>
  draftRefusals.some((known) => known === reason);

/**
 * Whether a draft may be made: one about one thing at a time. Answers with the first one's id where the very same draft waits already.
 * One that replaces another needs that to be the maker's own, about the same, and sent back.
 */
export function decideDraft(
  makerId: string,
  pending: PendingDraft | undefined,
  followed: FollowedDraft | "none" | undefined,
): Result<{ repeatOf: string | undefined }, DraftRefusal> {
  if (pending?.isSamePayload && pending.makerId === makerId) return ok({ repeatOf: pending.id });
  if (pending) return refuse("draft_pending");
  if (followed === "none") return ok({ repeatOf: undefined });
  const mayFollow =
    followed?.makerId === makerId && followed.state === "sent_back" && followed.isSameTarget && !followed.isFollowed;
  return mayFollow ? ok({ repeatOf: undefined }) : refuse("not_sent_back");
}
