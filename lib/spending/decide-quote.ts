import { ok, type Result, refuse } from "@/lib/shared/result";
import { readShutWallet } from "./decide-check";

export type QuoteFacts = { revokedAt: Date | null; closedAt: Date | null; available: number; walletState: string };

export const quoteRefusals = [
  "unknown_code",
  "revoked_code",
  "shop_closed",
  "not_an_amount",
  "insufficient_points",
  "member_suspended",
  "member_leaving",
] as const;
export type QuoteRefusal = (typeof quoteRefusals)[number];

/** Whether these whole points may be shown to the clerk (product rule 7). `available`: what the wallet holds and has not promised. */
export function decideQuote(facts: QuoteFacts, points: number): Result<{ points: number }, QuoteRefusal> {
  if (facts.revokedAt) return refuse("revoked_code");
  if (facts.closedAt) return refuse("shop_closed");
  if (facts.walletState !== "open") return refuse(readShutWallet(facts.walletState));
  if (!Number.isInteger(points) || points < 1) return refuse("not_an_amount");
  return points > facts.available ? refuse("insufficient_points") : ok({ points });
}
