import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { wallets } from "@/db/schema";
import { postForfeit } from "@/lib/ledger/post-forfeit";
import { isDue } from "./decide-leaving";
import { lockMembership } from "./lock-membership";
import { recordMemberEvent } from "./record-event";

const ACTOR = "system:withdrawal";

/**
 * Carries a withdrawal out that is due: what points are left end in a transfer of their own, then nothing that tells of the person is left, and
 * the ledger stays. Resolves to whether it did: who stayed, or has left already, is left alone.
 */
export function leaveForGood(memberId: string, at: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const membership = await lockMembership(tx, memberId);
    if (!isDue(membership, at)) return false;
    await endPoints(tx, memberId, membership.accountId, at);
    await tx.execute(sql`select forget_member(${memberId}::uuid)`);
    await recordMemberEvent(tx, { memberId, kind: "left", actor: ACTOR }, at);
    return true;
  });
}

/** Points that come in between are seen by `forget_member`, which refuses: the next sweep ends them too. */
async function endPoints(tx: Transaction, memberId: string, memberAccountId: number, at: Date): Promise<void> {
  const ofMember = eq(wallets.accountId, memberAccountId);
  const [wallet] = await tx.select({ points: wallets.balance }).from(wallets).where(ofMember);
  if (!wallet || wallet.points === 0) return;
  const order = { eventKey: `leave:${memberId}`, memberAccountId, points: wallet.points, happenedAt: at, actor: ACTOR };
  const posted = await postForfeit(tx, order);
  if (!posted.ok) throw new Error(`the points of a leaving member were refused: ${posted.reason}`);
}
