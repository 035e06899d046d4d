import { and, eq, gt, gte, isNull, notInArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { memberSessions, members, proxies } from "@/db/schema";
import { openField } from "@/lib/open-field";
import { cityDay } from "@/lib/shared/city-time";
import { formatMemberNumber } from "./decide-member-number";
import { decideOwed } from "./decide-owed";
import { lacksConsent } from "./find-owed";

const principals = alias(members, "principals");

/** Under whose name somebody acts: whose wallet it is, and in what. */
export type Acting = { proxyId: string; memberId: string; accountId: number; scopes: string[]; name: string };

const columns = {
  memberId: members.id,
  accountId: members.accountId,
  sessionId: memberSessions.id,
  provenAt: memberSessions.provenAt,
  expiresAt: memberSessions.expiresAt,
  leavesAt: members.leavesAt,
  registeredAt: members.registeredAt,
  lacksConsent,
  proxy: { proxyId: proxies.id, scopes: proxies.scopes },
  principal: {
    memberId: principals.id,
    accountId: principals.accountId,
    nickname: principals.nicknameEncrypted,
    number: principals.number,
  },
};

/**
 * The member of a session that is alive at `at`, by the SHA-256 of its token, and for whom they act. A proxy that has ended, is over, or whose member
 * is not here any more counts for nothing, from that moment on.
 */
export async function findSessionMember(tokenHash: Uint8Array, at: Date) {
  const isLive = and(
    eq(proxies.id, memberSessions.proxyId),
    eq(proxies.agentId, memberSessions.memberId),
    isNull(proxies.endedAt),
    gte(proxies.endsOn, cityDay(at)),
  );
  const [found] = await db
    .select(columns)
    .from(memberSessions)
    .innerJoin(members, and(eq(members.id, memberSessions.memberId), notInArray(members.state, ["merged", "left"])))
    .leftJoin(proxies, isLive)
    .leftJoin(principals, and(eq(principals.id, proxies.principalId), eq(principals.state, "active")))
    .where(and(eq(memberSessions.tokenHash, tokenHash), gt(memberSessions.expiresAt, at)));
  if (!found) return undefined;
  const { registeredAt, lacksConsent: lacks, leavesAt, proxy, principal, ...session } = found;
  const owed = decideOwed({ registeredAt, lacksConsent: lacks });
  const acting = proxy && principal ? actingOf(proxy, principal) : undefined;
  return { ...session, owed, leavesAt: leavesAt ?? undefined, acting };
}

type Principal = { memberId: string; accountId: number; nickname: Uint8Array | null; number: string };

function actingOf(proxy: { proxyId: string; scopes: string[] }, { nickname, number, ...principal }: Principal): Acting {
  return { ...proxy, ...principal, name: openField(nickname) ?? formatMemberNumber(number) };
}
