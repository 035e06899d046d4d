import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { memberMerges, memberSessions, members } from "@/db/schema";
import { openAccount } from "@/lib/ledger/open-account";
import { postMerge } from "@/lib/ledger/post-merge";
import { newId } from "@/lib/shared/ids";
import { ok, type Result } from "@/lib/shared/result";
import { hashPin } from "./card-pin";
import { decideJoin, type JoinRefusal } from "./decide-join";
import { findAppFacts, type LockedMember, lockJoin, type NamedCard } from "./find-join-facts";
import { moveWaysIn } from "./move-ways-in";
import { recordMemberEvent } from "./record-event";

/** The empty member's ways in and sessions become the card member's, and who it was stays on record. */
async function join(tx: Transaction, from: LockedMember, into: LockedMember, at: Date): Promise<void> {
  const mergeId = newId();
  const actor = `member:${from.id}`;
  const accountId = await openAccount(tx, "merge", mergeId);
  // No point moves, except those that were received since we looked: the wallets are locked from here on.
  const posted = await postMerge(tx, { mergeId, fromAccountId: from.accountId, intoAccountId: into.accountId, actor });
  if (!posted.ok) throw new Error(`joining a card was refused: ${posted.reason}`);
  // Before the ways in, with which the sessions of a merge end: this one goes on.
  await tx.update(memberSessions).set({ memberId: into.id }).where(eq(memberSessions.memberId, from.id));
  const moved = await moveWaysIn(tx, { ...from, memberId: from.id }, { ...into, memberId: into.id }, mergeId);
  await tx.update(members).set({ state: "merged", mergedIntoId: into.id }).where(eq(members.id, from.id));
  const ids = { fromMemberId: from.id, intoMemberId: into.id };
  const { points } = posted.value;
  await tx.insert(memberMerges).values({ id: mergeId, ...ids, accountId, points, moved, mergedAt: at });
  await recordMemberEvent(tx, { memberId: into.id, kind: "joined_card", actor }, at);
  await recordMemberEvent(tx, { memberId: from.id, kind: "merged", actor }, at);
}

/**
 * Joins a printed card to the app member who is signed in, by its PIN: afterwards the app shows the card's wallet. Its PIN's tries at the counter
 * are not used up by it. Refuses `wrong_card` (no such card, no PIN, a wrong one), `has_card`, `has_email` and `has_history`, which the
 * counter merges.
 */
export function joinCard(
  { memberId, card: named, pin }: { memberId: string; card: NamedCard; pin: string },
  at: Date,
): Promise<Result<{ memberId: string }, JoinRefusal>> {
  return db.transaction(async (tx) => {
    const { app, owner, card } = await lockJoin(tx, memberId, named);
    if (!app) throw new Error("a signed-in member has no row");
    const facts = owner && card && { ...card, isActive: owner.state === "active", hasEmail: owner.emailIndex !== null };
    const decided = decideJoin(await findAppFacts(tx, app), facts, hashPin(card?.id ?? "", pin));
    if (!decided.ok) return decided;
    if (!owner) throw new Error("a card was joined that is nobody's");
    await join(tx, app, owner, at);
    return ok({ memberId: owner.id });
  });
}
