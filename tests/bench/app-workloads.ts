import { claimPoints } from "@/lib/claims/claim-points";
import { newId } from "@/lib/shared/ids";
import { confirmPayment } from "@/lib/spending/confirm-payment";
import { type BenchBook, PAID_POINTS } from "./bench-book";
import type { Workload } from "./measure";

/** Every pair of a member and an activity's code is one claim; the app's HTTP round takes from the same supply. */
export function claimSupply({ members, tokens }: BenchBook) {
  let used = 0;
  return () => {
    const member = members[used % members.length];
    const token = tokens[Math.floor(used / members.length)];
    used += 1;
    if (!member || !token) throw new Error("the bench has run out of claims");
    return { member, token };
  };
}

/** Earning and paying as the app calls them: one process, Drizzle, facts and post, payment and receipt number. */
export function appWorkloads(book: BenchBook, nextClaim: ReturnType<typeof claimSupply>): Workload[] {
  const quotes: { quoteId: string; memberId: string }[] = [];
  const earn = async () => {
    const { member, token } = nextClaim();
    const claimed = await claimPoints({ token, memberId: member.id, at: new Date() });
    if (!claimed.ok) throw new Error(`a claim was refused: ${claimed.reason}`);
  };
  const pay = async () => {
    const quote = quotes.pop();
    if (!quote) throw new Error("the bench has run out of quotes");
    const paid = await confirmPayment(quote);
    if (!paid.ok) throw new Error(`a payment was refused: ${paid.reason}`);
  };
  const openQuotes = async (count: number) => {
    await book.admin`update quotes set closed_at = now() where closed_at is null`;
    const chosen = book.members.slice(0, count).map(({ id, accountId }) => ({ id: newId(), memberId: id, accountId }));
    await book.admin`insert into quotes (id, member_id, member_account_id, shop_id, shop_account_id, points, opened_at, expires_at)
      select q.id, q.member, q.account, ${book.shopId}::uuid, ${book.shopAccountId}::bigint, ${PAID_POINTS}::int, now(), now() + interval '1 hour'
        from unnest(${chosen.map(({ id }) => id)}::uuid[], ${chosen.map(({ memberId }) => memberId)}::uuid[],
                    ${chosen.map(({ accountId }) => accountId)}::bigint[]) as q (id, member, account)`;
    quotes.splice(0, quotes.length, ...chosen.map(({ id, memberId }) => ({ quoteId: id, memberId })));
  };
  const client = "Drizzle over postgres.js, 20 connections";
  return [
    { name: "earn as the app calls it", client, operations: { 1: 400, 8: 1200, 32: 2000 }, work: earn },
    {
      name: "pay as the app calls it",
      client,
      operations: { 1: 300, 8: 900, 32: 1600 },
      before: openQuotes,
      work: pay,
    },
  ];
}
