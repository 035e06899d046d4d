import { and, eq, isNull } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { memberIdentities, members } from "@/db/schema";
import { memberKeys } from "@/lib/passkeys/keys";
import { removePasskey } from "@/lib/passkeys/live-passkeys";
import type { Result } from "@/lib/shared/result";
import { decideWayRemoval, type WayIn, type WayRefusal } from "./decide-way-in";
import { endWaySessions, type GoneWays } from "./end-way-sessions";
import { lockMember } from "./lock-member";
import { recordMemberEvent } from "./record-event";
import { describeWays, getWaysIn } from "./ways-in";

const events = { email: "removed_email", passkey: "removed_passkey", identity: "unlinked_identity" } as const;

async function take(tx: Transaction, { kind, id }: WayIn, memberId: string, at: Date): Promise<void> {
  if (kind === "passkey") return removePasskey(tx, memberKeys, { ownerId: memberId, passkeyId: id }, at);
  if (kind === "email") {
    const none = { emailEncrypted: null, emailIndex: null };
    await tx.update(members).set(none).where(eq(members.id, memberId));
    return;
  }
  const own = and(eq(memberIdentities.id, id), eq(memberIdentities.memberId, memberId));
  await tx
    .update(memberIdentities)
    .set({ removedAt: at })
    .where(and(own, isNull(memberIdentities.removedAt)));
}

const goneWays = ({ kind, id }: WayIn, email: Uint8Array | null): GoneWays => {
  if (kind === "email") return { email };
  return kind === "passkey" ? { passkeys: [id] } : { identities: [id] };
};

/**
 * Takes one of a member's own ways in away, from the next sign-in on, and ends the sessions that it opened, but for the one that acts (`sessionId`).
 * Of two at once, each sees the other. Refuses `unknown_way`, also for anybody else's, and `last_way_in`.
 */
export function removeWayIn(
  wish: WayIn & { memberId: string; sessionId?: string },
  at: Date,
): Promise<Result<WayIn, WayRefusal>> {
  const { memberId } = wish;
  return db.transaction(async (tx) => {
    const { emailIndex } = await lockMember(tx, memberId);
    const decided = decideWayRemoval(describeWays(await getWaysIn(memberId, tx)), wish);
    if (!decided.ok) return decided;
    await take(tx, decided.value, memberId, at);
    const actor = `member:${memberId}`;
    await recordMemberEvent(tx, { memberId, kind: events[wish.kind], actor }, at);
    await endWaySessions(tx, { memberId, except: wish.sessionId, actor }, goneWays(decided.value, emailIndex), at);
    return decided;
  });
}
