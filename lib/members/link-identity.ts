import { db } from "@/db/client";
import { memberIdentities } from "@/db/schema";
import { newId } from "@/lib/shared/ids";
import { ok, type Result } from "@/lib/shared/result";
import { decideLink, decideOpen } from "./decide-identity";
import { findIdentity, type Identity, lockIdentity } from "./find-identity";
import { lockMember } from "./lock-member";
import { recordMemberEvent } from "./record-event";

export type LinkIdentityWish = Identity & {
  memberId: string;
  /** The provider's key, for the member's log. */
  provider: string;
};

/**
 * Makes an account at a provider a way in of this member. Once more changes nothing; refuses `identity_taken` where it opens another
 * membership: which of the two is the person's is for staff to find out; and `membership_ended` where this one ended since.
 */
export function linkIdentity(
  { memberId, provider, ...identity }: LinkIdentityWish,
  at: Date,
): Promise<Result<"new" | "linked_before", "identity_taken" | "membership_ended">> {
  return db.transaction(async (tx) => {
    await lockIdentity(tx, identity);
    const open = decideOpen((await lockMember(tx, memberId)).state);
    if (!open.ok) return open;
    const link = decideLink(await findIdentity(tx, identity), memberId);
    if (!link.ok || link.value === "linked_before") return link;
    await tx.insert(memberIdentities).values({ id: newId(), memberId, ...identity, linkedAt: at, lastUsedAt: at });
    const actor = `member:${memberId}`;
    await recordMemberEvent(tx, { memberId, kind: "linked_identity", actor, detail: { provider } }, at);
    return ok("new");
  });
}
