import { and, eq, inArray, isNull, ne, or, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { memberSessions } from "@/db/schema";
import { recordMemberEvent } from "./record-event";

/** Ways in that are taken away: ids, and the keyed hash of an e-mail address. */
export type GoneWays = { identities?: readonly string[]; passkeys?: readonly string[]; email?: Uint8Array | null };

type Whose = {
  memberId: string;
  /** The session that acts, which goes on. */
  except?: string | undefined;
  actor: string;
};

/** A session from before its opener was kept was opened by a passkey or an e-mail address: it ends with either. */
function openedBy({ identities = [], passkeys = [], email = null }: GoneWays): SQL | undefined {
  const { identityId, passkeyId, emailIndex } = memberSessions;
  const isUnknown = and(isNull(identityId), isNull(passkeyId), isNull(emailIndex));
  return or(
    inArray(identityId, [...identities]),
    inArray(passkeyId, [...passkeys]),
    email ? eq(emailIndex, email) : undefined,
    email || passkeys.length > 0 ? isUnknown : undefined,
  );
}

/** Ends the sessions that these ways in opened, from their next request on; whoever lost a phone takes its way in away, and it is out. */
export async function endWaySessions(tx: Transaction, whose: Whose, ways: GoneWays, at: Date): Promise<void> {
  const { memberId, except, actor } = whose;
  const others = except === undefined ? undefined : ne(memberSessions.id, except);
  await endThose(tx, { memberId, actor }, and(others, openedBy(ways)), at);
}

/** Ends every session of a member, whatever opened it. */
export const endSessionsOf = (tx: Transaction, memberId: string, actor: string, at: Date): Promise<void> =>
  endThose(tx, { memberId, actor }, undefined, at);

async function endThose(tx: Transaction, { memberId, actor }: Whose, which: SQL | undefined, at: Date): Promise<void> {
  const ended = await tx
    .delete(memberSessions)
    .where(and(eq(memberSessions.memberId, memberId), which))
    .returning({ id: memberSessions.id });
  for (const _ of ended) await recordMemberEvent(tx, { memberId, kind: "ended_session", actor }, at);
}
