import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { codes, members, openLots, quotes, shopCategories, shops, wallets } from "@/db/schema";
import { env } from "@/lib/env";
import { type CityDay, cityDay } from "@/lib/shared/city-time";
import { hashSecret, hashWithKey } from "@/lib/shared/keyed-hash";
import { type DayMark, decideDayMark } from "./decide-day-mark";

const available = sql<number>`${wallets.balance} - ${wallets.held}`;

/** What a wish to pay is decided from; undefined for a code that is unknown or an activity's. */
export async function findQuoteFacts(token: string, memberId: string) {
  const [facts] = await db
    .select({
      shopId: shops.id,
      revokedAt: codes.revokedAt,
      closedAt: shops.closedAt,
      available,
      walletState: wallets.state,
    })
    .from(codes)
    .innerJoin(shops, eq(shops.id, codes.shopId))
    .innerJoin(members, eq(members.id, memberId))
    .innerJoin(wallets, eq(wallets.accountId, members.accountId))
    .where(eq(codes.tokenHash, hashSecret(token)));
  return facts;
}

/** The shop whose poster carries this code, as its page shows it to anybody. */
export async function findTill(token: string) {
  const [till] = await db
    .select({
      name: shops.name,
      address: shops.address,
      category: shopCategories.name,
      revokedAt: codes.revokedAt,
      closedAt: shops.closedAt,
    })
    .from(codes)
    .innerJoin(shops, eq(shops.id, codes.shopId))
    .innerJoin(shopCategories, eq(shopCategories.id, shops.categoryId))
    .where(eq(codes.tokenHash, hashSecret(token)));
  return till;
}

/** This member's quote at the shop of this code, whatever became of it; `paidBy` is the receipt's id once it is paid. */
export async function findCheck(check: { quoteId: string; token: string; memberId: string }) {
  const [quote] = await db
    .select({
      points: quotes.points,
      expiresAt: quotes.expiresAt,
      closedAt: quotes.closedAt,
      paidBy: quotes.transferPublicId,
      shopName: shops.name,
      address: shops.address,
      balance: wallets.balance,
      walletState: wallets.state,
    })
    .from(quotes)
    .innerJoin(shops, eq(shops.id, quotes.shopId))
    .innerJoin(codes, eq(codes.shopId, shops.id))
    .innerJoin(wallets, eq(wallets.accountId, quotes.memberAccountId))
    .where(
      and(
        eq(quotes.id, check.quoteId),
        eq(quotes.memberId, check.memberId),
        eq(codes.tokenHash, hashSecret(check.token)),
      ),
    );
  return quote;
}

/** The receipt's id of a quote that this member has paid; undefined while nothing is paid, and for another's quote. */
export async function findPaidTransfer(quoteId: string, memberId: string): Promise<string | undefined> {
  const [quote] = await db
    .select({ paidBy: quotes.transferPublicId })
    .from(quotes)
    .where(and(eq(quotes.id, quoteId), eq(quotes.memberId, memberId)));
  return quote?.paidBy ?? undefined;
}

export type Wallet = {
  balance: number;
  /** What of it ends next. */
  ending: Ending | undefined;
  /** Points whose day has passed; they are in the balance until the expiry run has taken them (law 8). */
  ended: number;
  isSuspended: boolean;
};

/** The member's balance in points, what of it ends next, and what is past its day. */
export async function getWallet(accountId: number, at: Date): Promise<Wallet> {
  const today = cityDay(at);
  const mine = eq(openLots.accountId, accountId);
  const nextDay = db
    .select({ on: openLots.expiresOn, points: sql<number>`sum(${openLots.remaining})::int`.as("ending_points") })
    .from(openLots)
    .where(and(mine, gte(openLots.expiresOn, today)))
    .groupBy(openLots.expiresOn)
    .orderBy(asc(openLots.expiresOn))
    .limit(1)
    .as("next_day");
  const past = db
    .select({ points: sql<number>`coalesce(sum(${openLots.remaining}), 0)::int`.as("ended_points") })
    .from(openLots)
    .where(and(mine, lt(openLots.expiresOn, today)))
    .as("past");
  const [wallet] = await db
    .select({
      balance: wallets.balance,
      state: wallets.state,
      on: nextDay.on,
      points: nextDay.points,
      ended: past.points,
    })
    .from(wallets)
    .leftJoin(nextDay, sql`true`)
    .leftJoin(past, sql`true`)
    .where(eq(wallets.accountId, accountId));
  if (!wallet) throw new Error("a member's account has no wallet");
  const { balance, state, on, points, ended } = wallet;
  const ending = on === null || points === null ? undefined : { on, points };
  return { balance, ending, ended: ended ?? 0, isSuspended: state === "suspended" };
}
export type Ending = { on: CityDay; points: number };

/** Icon and word pair of a shop's day. It needs the server's key, so nobody can draw tomorrow's beforehand. */
export const getDayMark = (shopId: string, at: Date): DayMark =>
  decideDayMark(hashWithKey(env.INDEX_KEY, "day_mark", `${shopId}|${cityDay(at)}`));
