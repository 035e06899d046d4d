import type { PostingRefusal } from "@/lib/ledger/decide-refusal";
import { ok, type Result, refuse } from "@/lib/shared/result";

/** Points of an entry, what is still unspent of it, and what was taken back already (null: nothing). */
export type GrantFacts = { points: number; remaining: number; reversed: number | null; isMerged?: boolean };
/** `isShared`: points of programmes that are others' were paid with it too. */
export type PaymentFacts = { points: number; reversed: number | null; isShared: boolean };

export const correctionRefusals = [
  "unknown_transfer",
  "already_reversed",
  "grant_already_spent",
  "remainder_changed",
  "more_than_original",
  "own_wallet",
  "member_merged",
  "book_archived",
] as const;
export type CorrectionRefusal = (typeof correctionRefusals)[number];

/**
 * A grant is taken back whole, or, where some of it is spent, by an explicit choice the part that remains (product rule 8).
 * The very same correction again is let through: the ledger answers it with the first one.
 */
export function decideGrantCorrection<Grant extends GrantFacts>(
  grant: Grant | undefined,
  points: number,
): Result<Grant, CorrectionRefusal> {
  if (!grant) return refuse("unknown_transfer");
  if (grant.reversed !== null) return grant.reversed === points ? ok(grant) : refuse("already_reversed");
  // A merge has taken what is left of it to another wallet: that is undone first.
  if (grant.isMerged) return refuse("member_merged");
  if (points === grant.remaining) return ok(grant);
  return refuse(points === grant.points ? "grant_already_spent" : "remainder_changed");
}

/** A payment is given back whole or in part, once; not by those who may not touch every programme that it took points of. */
export function decideRefund<Payment extends PaymentFacts>(
  payment: Payment | undefined,
  points: number,
): Result<Payment, CorrectionRefusal> {
  if (!payment || payment.isShared) return refuse("unknown_transfer");
  if (payment.reversed !== null) return payment.reversed === points ? ok(payment) : refuse("already_reversed");
  return points > payment.points ? refuse("more_than_original") : ok(payment);
}

/** What the ledger refuses a correction with. One that was quicker shows as a key conflict; what it should never say here is a fault. */
export function readPostingRefusal(reason: PostingRefusal): CorrectionRefusal {
  if (reason === "event_key_conflict") return "already_reversed";
  const known = correctionRefusals.find((refusal) => refusal === reason);
  if (!known) throw new Error(`the ledger refused a correction with ${reason}`);
  return known;
}
