import { ok, type Result, refuse } from "@/lib/shared/result";

/** Points of an entry, what is still unspent of it, and what was taken back already (null: nothing). */
export type GrantFacts = { points: number; remaining: number; reversed: number | null };
/** `isShared`: points of programmes that are others' were paid with it too. */
export type PaymentFacts = { points: number; reversed: number | null; isShared: boolean };

export const correctionRefusals = [
  "unknown_transfer",
  "already_reversed",
  "grant_already_spent",
  "remainder_changed",
  "more_than_original",
] as const;
export type CorrectionRefusal = (typeof correctionRefusals)[number];

/**
 * A grant is taken back whole, or, where some of it is spent, by an explicit choice the part that remains (product rule 8).
 * The very same correction again is let through: the ledger answers it with the first one.
 */
export function decideGrantCorrection(grant: GrantFacts | undefined, points: number): Result<null, CorrectionRefusal> {
  if (!grant) return refuse("unknown_transfer");
  if (grant.reversed !== null) return grant.reversed === points ? ok(null) : refuse("already_reversed");
  if (points === grant.remaining) return ok(null);
  return refuse(points === grant.points ? "grant_already_spent" : "remainder_changed");
}

/** A payment is given back whole or in part, once; not by those who may not touch every programme that it took points of. */
export function decideRefund(payment: PaymentFacts | undefined, points: number): Result<null, CorrectionRefusal> {
  if (!payment || payment.isShared) return refuse("unknown_transfer");
  if (payment.reversed !== null) return payment.reversed === points ? ok(null) : refuse("already_reversed");
  return points > payment.points ? refuse("more_than_original") : ok(null);
}
