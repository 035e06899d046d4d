import { and, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { members, transfers, wallets } from "@/db/schema";
import { inCurrentBook } from "@/lib/ledger/current-book";

const reversals = alias(transfers, "reversals");

/** What a correction rests on, read in its own transaction: the entry, whose wallet it touched, and what is in it now (points). */
export async function findCorrectionFacts(tx: Transaction, transferId: string) {
  const owner = sql`case ${transfers.kind} when 'grant' then ${transfers.toAccountId} else ${transfers.fromAccountId} end`;
  const [found] = await tx
    .select({
      points: transfers.points,
      remaining: sql<number>`case ${transfers.kind} when 'grant' then remaining_of_grant(${transfers.id}) else 0 end`,
      reversed: reversals.points,
      isShared: sql<boolean>`false`,
      isMerged: sql<boolean>`${members.state} = 'merged'`,
      memberId: members.id,
      balance: wallets.balance,
    })
    .from(transfers)
    .innerJoin(members, eq(members.accountId, owner))
    .innerJoin(wallets, eq(wallets.accountId, owner))
    .leftJoin(reversals, eq(reversals.reversesId, transfers.id))
    .where(and(inCurrentBook, eq(transfers.publicId, transferId), inArray(transfers.kind, ["grant", "spend"])));
  return found;
}
export type CorrectionFacts = NonNullable<Awaited<ReturnType<typeof findCorrectionFacts>>>;
