import { asc, eq, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import {
  identityProviders,
  memberAppeals,
  memberCards,
  memberConsents,
  memberIdentities,
  memberPasskeys,
  memberSessions,
  memberSuspensions,
  members,
  proxies,
} from "@/db/schema";
import { openField } from "@/lib/open-field";

/** What the tables hold of a person, opened, in the member's own words; keyed hashes and secrets tell nobody anything and are left out. */
export async function getOwnProfile(memberId: string) {
  const [member] = await db.select().from(members).where(eq(members.id, memberId));
  if (!member) throw new Error("a signed-in member has no row");
  const { number, tie, joinedAt, registeredAt, state, leavesAt } = member;
  const { residencyCheckedAt, residencyValidUntil, staysAfterTest } = member;
  return {
    ...{
      number,
      nickname: openField(member.nicknameEncrypted),
      tie,
      joinedAt,
      registeredAt,
      residencyCheckedAt,
      residencyValidUntil,
      state,
      leavesAt,
      staysAfterTest,
    },
    email: openField(member.emailEncrypted),
    familyName: openField(member.familyNameEncrypted),
    givenName: openField(member.givenNameEncrypted),
    familyKana: openField(member.familyKanaEncrypted),
    givenKana: openField(member.givenKanaEncrypted),
    bornOn: openField(member.bornOnEncrypted),
    birthYear: openField(member.birthYearEncrypted),
    phone: openField(member.phoneEncrypted),
  };
}

export const listOwnConsents = (memberId: string) => {
  const { kind, version, agreedAt } = memberConsents;
  return db
    .select({ kind, version, agreedAt })
    .from(memberConsents)
    .where(eq(memberConsents.memberId, memberId))
    .orderBy(asc(agreedAt));
};

export const listOwnSessions = (memberId: string) => {
  const { device, createdAt, expiresAt } = memberSessions;
  return db
    .select({ device, createdAt, expiresAt })
    .from(memberSessions)
    .where(eq(memberSessions.memberId, memberId))
    .orderBy(asc(createdAt));
};

export const listOwnIdentities = (memberId: string) => {
  const { linkedAt, lastUsedAt, removedAt, issuer } = memberIdentities;
  return db
    .select({ provider: identityProviders.name, issuer, linkedAt, lastUsedAt, removedAt })
    .from(memberIdentities)
    .leftJoin(identityProviders, eq(identityProviders.issuer, issuer))
    .where(eq(memberIdentities.memberId, memberId))
    .orderBy(asc(linkedAt));
};

export const listOwnPasskeys = async (memberId: string) => {
  const { labelEncrypted, createdAt, lastUsedAt, removedAt } = memberPasskeys;
  const rows = await db
    .select({ labelEncrypted, createdAt, lastUsedAt, removedAt })
    .from(memberPasskeys)
    .where(eq(memberPasskeys.memberId, memberId))
    .orderBy(asc(createdAt));
  return rows.map(({ labelEncrypted: label, ...shown }) => ({ label: openField(label), ...shown }));
};

export const listOwnCards = (memberId: string) => {
  const { serial, issuedAt, revokedAt, revokeReason } = memberCards;
  return db
    .select({ serial, issuedAt, revokedAt, revokeReason })
    .from(memberCards)
    .where(eq(memberCards.memberId, memberId))
    .orderBy(asc(serial));
};

/** Where the member acts for somebody, or somebody for them; who the other is stands in no file. */
export const listOwnProxies = (memberId: string) => {
  const { relation, scopes, consent, endsOn, createdAt, endedAt, agentId } = proxies;
  const role = sql<string>`case when ${agentId} = ${memberId} then 'agent' else 'principal' end`;
  return db
    .select({ role, relation, scopes, consent, endsOn, createdAt, endedAt })
    .from(proxies)
    .where(or(eq(proxies.principalId, memberId), eq(proxies.agentId, memberId)))
    .orderBy(asc(createdAt));
};

export async function listOwnSuspensions(memberId: string) {
  const { reasonEncrypted: reason, replyBy, startedAt, endedAt, endReasonEncrypted: endReason } = memberSuspensions;
  const { textEncrypted: appeal, sentAt, answerEncrypted: answer, answeredAt } = memberAppeals;
  const rows = await db
    .select({ reason, replyBy, startedAt, endedAt, endReason, appeal, sentAt, answer, answeredAt })
    .from(memberSuspensions)
    .leftJoin(memberAppeals, eq(memberAppeals.suspensionId, memberSuspensions.id))
    .where(eq(memberSuspensions.memberId, memberId))
    .orderBy(asc(startedAt));
  return rows.map((row) => ({
    ...row,
    reason: openField(row.reason),
    endReason: openField(row.endReason),
    appeal: openField(row.appeal),
    answer: openField(row.answer),
  }));
}
