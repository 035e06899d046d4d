import { and, eq, inArray, isNull, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { memberCards, memberMerges, memberSuspensions, members, wallets } from "@/db/schema";

const live = (table: "member_identities" | "member_passkeys") =>
  sql<number>`(select count(*)::int from ${sql.identifier(table)} w where w.member_id = ${members}.id and w.removed_at is null)`;

/** Whether a membership is one of these people's own. */
function isOwnOf(staffIds: readonly string[], member: SQLWrapper) {
  const own = staffIds.map((staffId) => sql`is_own_member(${staffId}::uuid, ${member})`);
  return sql<boolean>`(${sql.join([sql`false`, ...own], sql` or `)})`;
}

/** A membership with all that a merge is decided from and moves; `isOwn` of any of these members of staff. */
const sideOf = (staffIds: readonly string[]) => ({
  memberId: members.id,
  accountId: members.accountId,
  number: members.number,
  state: members.state,
  isSuspended: sql<boolean>`exists (select from ${memberSuspensions} s where s.member_id = ${members}.id and s.ended_at is null)`,
  isOwn: isOwnOf(staffIds, members.id),
  balance: wallets.balance,
  emailIndex: members.emailIndex,
  emailEncrypted: members.emailEncrypted,
  identities: live("member_identities"),
  passkeys: live("member_passkeys"),
  cardId: memberCards.id,
});

const findSides = (database: Database, ids: readonly string[], staffIds: readonly string[]) =>
  database
    .select(sideOf(staffIds))
    .from(members)
    .innerJoin(wallets, eq(wallets.accountId, members.accountId))
    .leftJoin(memberCards, and(eq(memberCards.memberId, members.id), isNull(memberCards.revokedAt)))
    .where(inArray(members.id, [...ids]));
export type MergeSide = Awaited<ReturnType<typeof findSides>>[number];

/** Locks both memberships, in id order, so that two merges of the same people come one after the other; then reads them. */
export async function lockMergeSides(tx: Transaction, fromId: string, intoId: string, staffIds: readonly string[]) {
  const ids = [fromId, intoId];
  await tx
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, ids))
    .orderBy(members.id)
    .for("no key update");
  const sides = await findSides(tx, ids, staffIds);
  const sideOfId = (id: string) => sides.find(({ memberId }) => memberId === id);
  return { from: sideOfId(fromId), into: sideOfId(intoId) };
}

const into = alias(members, "into");

const isCurrent = sql`(select is_current from books b join accounts a on a.book_id = b.id where a.id = ${memberMerges.accountId})`;

/** What ended in the moment of the merge, and stays so: the card of who was merged, and who acted for them or by them. */
const ended = {
  voidCards: sql<number>`(select count(*)::int from member_cards c
    where c.member_id = ${memberMerges.fromMemberId} and c.revoked_at = ${memberMerges.mergedAt})`,
  endedProxies: sql<number>`(select count(*)::int from proxies p
    where ${memberMerges.fromMemberId} in (p.principal_id, p.agent_id) and p.ended_at = ${memberMerges.mergedAt})`,
};

/** Whether the address that a merge left behind is somebody's by now. */
const isAddressTaken = sql<boolean>`exists (select from members o
  where o.email_index = ${members.emailIndex} and o.state <> 'merged' and o.id <> ${members.id})`;

/** A merge and what is left of it: `remaining` of the points that it gave. Points of a closed test stay in its book for good. */
export async function findMergeFacts(database: Database, mergeId: string, staffIds: readonly string[]) {
  const [found] = await database
    .select({
      mergeId: memberMerges.id,
      fromMemberId: memberMerges.fromMemberId,
      intoMemberId: memberMerges.intoMemberId,
      fromNumber: members.number,
      intoNumber: into.number,
      intoState: into.state,
      points: sql<number>`case when ${isCurrent} then ${memberMerges.points} else 0 end::int`,
      moved: memberMerges.moved,
      undoneAt: memberMerges.undoneAt,
      leftAddress: members.emailIndex,
      isAddressTaken,
      isOwn: sql<boolean>`(${isOwnOf(staffIds, members.id)} or ${isOwnOf(staffIds, into.id)})`,
      remaining: sql<number>`coalesce((select remaining_of_grant(t.id) from transfers t
        where ${isCurrent} and t.event_key = 'merge_in:' || ${memberMerges.id}::text), 0)`,
      ...ended,
    })
    .from(memberMerges)
    .innerJoin(members, eq(members.id, memberMerges.fromMemberId))
    .innerJoin(into, eq(into.id, memberMerges.intoMemberId))
    .where(eq(memberMerges.id, mergeId));
  return found;
}
export type MergeFacts = NonNullable<Awaited<ReturnType<typeof findMergeFacts>>>;
