import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberIdentities, memberPasskeys, memberSessions, members } from "@/db/schema";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { endSessionsOf } from "./end-way-sessions";
import type { MergeSide } from "./find-merge-facts";

type WayOwner = Pick<MergeSide, "memberId" | "emailIndex" | "emailEncrypted">;

/** What went over, to find the way back: ids, and of an e-mail address no more than tells whether it is still the same. */
export type MovedWays = { identities: string[]; passkeys: string[]; emailMark: string | null };

const markOf = (emailIndex: Uint8Array, mergeId: string) =>
  hashSecret(`${mergeId}|${Buffer.from(emailIndex).toString("hex")}`).toString("hex");

/**
 * Every way in of the one is the other's from now on; an e-mail address only where the other has none: else it
 * stays behind and opens nothing. Its sessions end.
 */
export async function moveWaysIn(tx: Transaction, from: WayOwner, into: WayOwner, mergeId: string): Promise<MovedWays> {
  const to = { memberId: into.memberId };
  const identities = await tx
    .update(memberIdentities)
    .set(to)
    .where(and(eq(memberIdentities.memberId, from.memberId), isNull(memberIdentities.removedAt)))
    .returning({ id: memberIdentities.id });
  const passkeys = await tx
    .update(memberPasskeys)
    .set(to)
    .where(and(eq(memberPasskeys.memberId, from.memberId), isNull(memberPasskeys.removedAt)))
    .returning({ id: memberPasskeys.id });
  await tx.delete(memberSessions).where(eq(memberSessions.memberId, from.memberId));
  const { emailIndex, emailEncrypted } = from;
  const moves = emailIndex !== null && into.emailIndex === null;
  if (moves) {
    await tx.update(members).set({ emailIndex: null, emailEncrypted: null }).where(eq(members.id, from.memberId));
    await tx.update(members).set({ emailIndex, emailEncrypted }).where(eq(members.id, into.memberId));
  }
  return {
    identities: identities.map(({ id }) => id),
    passkeys: passkeys.map(({ id }) => id),
    emailMark: moves ? markOf(emailIndex, mergeId) : null,
  };
}

type WayBack = { mergeId: string; fromMemberId: string; intoMemberId: string; actor: string };

/**
 * The way back, of what is still there: a way in that was removed meanwhile stays removed. Every session of who stays ends: which
 * of the two is behind it nobody knows.
 */
export async function returnWaysIn(
  tx: Transaction,
  { mergeId, fromMemberId, intoMemberId, actor }: WayBack,
  moved: MovedWays,
  at: Date,
) {
  const to = { memberId: fromMemberId };
  for (const [table, ids] of [
    [memberIdentities, moved.identities],
    [memberPasskeys, moved.passkeys],
  ] as const)
    if (ids.length > 0)
      await tx
        .update(table)
        .set(to)
        .where(and(inArray(table.id, ids), eq(table.memberId, intoMemberId)));
  const [holder] = await tx
    .select({ emailIndex: members.emailIndex, emailEncrypted: members.emailEncrypted })
    .from(members)
    .where(eq(members.id, intoMemberId));
  const isReturned = holder?.emailIndex && markOf(holder.emailIndex, mergeId) === moved.emailMark;
  await endSessionsOf(tx, intoMemberId, actor, at);
  if (!isReturned) return;
  await tx.update(members).set({ emailIndex: null, emailEncrypted: null }).where(eq(members.id, intoMemberId));
  await tx.update(members).set(holder).where(eq(members.id, fromMemberId));
}
