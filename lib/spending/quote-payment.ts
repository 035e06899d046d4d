import { db } from "@/db/client";
import { openQuote } from "@/lib/ledger/open-quote";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideQuote, type QuoteRefusal } from "./decide-quote";
import { findQuoteFacts } from "./queries";

/** `token` is the 22 characters of the shop code's address, `points` whole. */
export type PaymentWish = { token: string; memberId: string; points: number };

/**
 * Locks amount, shop and member for three minutes while the clerk looks; no points move (product rule 7).
 * An earlier open quote of the member is closed. Refuses what `QuoteRefusal` names.
 */
export async function quotePayment(wish: PaymentWish): Promise<Result<{ quoteId: string }, QuoteRefusal>> {
  const { token, memberId, points } = wish;
  const facts = await findQuoteFacts(token, memberId);
  if (!facts) return refuse("unknown_code");
  const decided = decideQuote(facts, points);
  if (!decided.ok) return decided;
  const quoteId = await openQuote(db, { memberId, shopId: facts.shopId, points });
  return ok({ quoteId });
}
