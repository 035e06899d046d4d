import { db } from "@/db/client";
import { assignReceiptNumber } from "@/lib/ledger/assign-receipt-number";
import { confirmQuote } from "@/lib/ledger/confirm-quote";
import { ok, type Result, refuse } from "@/lib/shared/result";

export const paymentRefusals = [
  "unknown_quote",
  "quote_closed",
  "quote_expired",
  "shop_closed",
  "insufficient_points",
  "member_suspended",
  "member_leaving",
  "no_proxy",
  "book_archived",
] as const;
export type PaymentRefusal = (typeof paymentRefusals)[number];

/** `numberFault`: the payment stands, but its receipt number could not be given; it is filled in later. */
export type Payment = { transferId: string; isRepeat: boolean; numberFault?: unknown };

/**
 * Pays what was quoted, once: the quote is the event, so a repeat gives the first payment, even after the three minutes.
 * The receipt number follows in a transaction of its own, so that the shop's counter is never held by a payment.
 */
export async function confirmPayment(order: {
  quoteId: string;
  memberId: string;
  /** The member who acts for this one. */
  agentId?: string | undefined;
}): Promise<Result<Payment, PaymentRefusal>> {
  const paid = await confirmQuote(db, { id: order.quoteId, memberId: order.memberId, agentId: order.agentId });
  if (!paid.ok) return refuse(knownRefusal(paid.reason));
  const payment = { transferId: paid.value.id, isRepeat: paid.value.isRepeat };
  try {
    await assignReceiptNumber(payment.transferId);
    return ok(payment);
  } catch (numberFault) {
    // The debit is committed: to answer with a failure would invite a second one.
    return ok({ ...payment, numberFault });
  }
}

/** One who was merged or has left is as good as suspended. */
function knownRefusal(reason: string): PaymentRefusal {
  if (reason === "member_merged" || reason === "member_left") return "member_suspended";
  const known = paymentRefusals.find((refusal) => refusal === reason);
  if (!known) throw new Error(`a payment was refused as ${reason}`);
  return known;
}
