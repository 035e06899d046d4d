import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { memberCards, memberSuspensions, members, transfers } from "@/db/schema";
import { hashSecret } from "@/lib/shared/keyed-hash";

/** A card as it was typed or read: by its own address, or by its member's number. */
export type NamedCard = { by: "card"; token: string } | { by: "number"; number: string };

const isNamed = (card: NamedCard) =>
  card.by === "card" ? eq(memberCards.tokenHash, hashSecret(card.token)) : eq(members.number, card.number);

/** The live card that is named, however it is. */
export async function findNamedCard(named: NamedCard): Promise<string | undefined> {
  const [found] = await db
    .select({ cardId: memberCards.id })
    .from(memberCards)
    .innerJoin(members, eq(members.id, memberCards.memberId))
    .where(and(isNamed(named), isNull(memberCards.revokedAt)));
  return found?.cardId;
}

/** Both members under their rows' locks, always in the same order, and the card's. */
export async function lockJoin(tx: Transaction, memberId: string, named: NamedCard) {
  const [found] = await tx
    .select({ cardId: memberCards.id, memberId: memberCards.memberId })
    .from(memberCards)
    .innerJoin(members, eq(members.id, memberCards.memberId))
    .where(and(isNamed(named), isNull(memberCards.revokedAt)));
  const ids = found ? [memberId, found.memberId] : [memberId];
  const both = await tx.select().from(members).where(inArray(members.id, ids)).orderBy(members.id).for("no key update");
  const live = and(eq(memberCards.id, found?.cardId ?? memberId), isNull(memberCards.revokedAt));
  const [card] = await tx.select().from(memberCards).where(live).for("update");
  return { app: both.find(({ id }) => id === memberId), owner: both.find(({ id }) => id === found?.memberId), card };
}
export type LockedMember = NonNullable<Awaited<ReturnType<typeof lockJoin>>["app"]>;

/** Whether the app's account has ever moved a point, and whether its member has a card already; whoever is suspended is not active. */
export async function findAppFacts(tx: Transaction, { id, accountId, state, emailIndex }: LockedMember) {
  const moved = or(eq(transfers.fromAccountId, accountId), eq(transfers.toAccountId, accountId));
  const [history] = await tx.select({ one: sql`1` }).from(transfers).where(moved).limit(1);
  const cards = await tx.$count(memberCards, and(eq(memberCards.memberId, id), isNull(memberCards.revokedAt)));
  const shut = and(eq(memberSuspensions.memberId, id), isNull(memberSuspensions.endedAt));
  const isActive = state === "active" && (await tx.$count(memberSuspensions, shut)) === 0;
  const facts = { hasHistory: history !== undefined, hasCard: cards > 0, hasEmail: emailIndex !== null };
  return { memberId: id, isActive, ...facts };
}
