import { and, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { memberIdentities, memberSessions, providerLogouts } from "@/db/schema";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { recordMemberEvent } from "./record-event";

export type ProviderLogout = {
  issuer: string;
  /** The provider's key, for the member's log. */
  provider: string;
  jti: string;
  /** The keyed hash of whose sessions end, and the provider's own session that ended; one of the two, or both. */
  subjectIndex: Uint8Array | undefined;
  sid: string | undefined;
};

/** Milliseconds after which the provider's token is too old to be shown again. */
const REMEMBERED_FOR = 24 * 60 * 60 * 1000;

async function isNews(tx: Transaction, { issuer, jti }: ProviderLogout, at: Date): Promise<boolean> {
  const row = { issuer, jtiHash: hashSecret(jti), expiresAt: new Date(at.getTime() + REMEMBERED_FOR) };
  const added = await tx.insert(providerLogouts).values(row).onConflictDoNothing().returning();
  return added.length > 0;
}

/**
 * A provider tells that somebody signed out there: the sessions that it opened here for that person, or for that session of its own, end, and
 * are refused from their next request on; also those of a way in that was removed since. The same token once more does nothing. Gives how many ended.
 */
export function endProviderSessions(logout: ProviderLogout, at: Date): Promise<number> {
  const { issuer, subjectIndex, sid } = logout;
  return db.transaction(async (tx) => {
    if (!(await isNews(tx, logout, at))) return 0;
    const whose = and(
      eq(memberIdentities.issuer, issuer),
      subjectIndex && eq(memberIdentities.subjectIndex, subjectIndex),
    );
    const opened = tx.select({ id: memberIdentities.id }).from(memberIdentities).where(whose);
    const thatOne = sid === undefined ? undefined : eq(memberSessions.providerSidHash, hashSecret(sid));
    const ended = await tx
      .delete(memberSessions)
      .where(and(inArray(memberSessions.identityId, opened), thatOne))
      .returning({ memberId: memberSessions.memberId });
    const actor = `system:${logout.provider}`;
    for (const memberId of new Set(ended.map((session) => session.memberId)))
      await recordMemberEvent(tx, { memberId, kind: "ended_session", actor }, at);
    return ended.length;
  });
}
