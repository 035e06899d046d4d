import { ok, type Result, refuse } from "@/lib/shared/result";

/** An item as it is now: points for one piece, pieces left. */
export type RewardOffer = { points: number; stock: number; closedAt: Date | null };
/** What is asked for; `points` is the whole price that was shown. */
export type ExchangeWish = { pieces: number; points: number };

export const offerRefusals = ["reward_closed", "price_changed", "out_of_stock"] as const;
export type OfferRefusal = (typeof offerRefusals)[number];

const shut = ["member_suspended", "member_leaving", "member_merged", "member_left"] as const;
const walletRefusals = ["insufficient_points", "own_wallet", "event_key_conflict", "book_archived", ...shut] as const;
type WalletRefusal = (typeof walletRefusals)[number];

export type ExchangeRefusal = "unknown_reward" | OfferRefusal | WalletRefusal;

/** Whether so many pieces can be handed over now, for the price that the person saw. */
export function decideOffer(offer: RewardOffer, wish: ExchangeWish): Result<null, OfferRefusal> {
  if (offer.closedAt) return refuse("reward_closed");
  if (offer.points * wish.pieces !== wish.points) return refuse("price_changed");
  if (offer.stock < wish.pieces) return refuse("out_of_stock");
  return ok(null);
}

/**
 * What was posted already is for the ledger to answer: shelf and price of today have no say in it. The wallet is the ledger's, too. It does not know
 * of pieces: another number of them (`recordedPieces`) under the same key is a conflict (ledger law 4).
 */
export function decideExchange<Facts extends RewardOffer & { recordedPieces: number | null }>(
  facts: Facts | undefined,
  wish: ExchangeWish,
): Result<Facts, "unknown_reward" | "event_key_conflict" | OfferRefusal> {
  if (!facts) return refuse("unknown_reward");
  const { recordedPieces } = facts;
  if (recordedPieces !== null) return recordedPieces === wish.pieces ? ok(facts) : refuse("event_key_conflict");
  const offered = decideOffer(facts, wish);
  return offered.ok ? ok(facts) : offered;
}

/** How many pieces a wallet (spendable points) and the shelf allow, `most` at once. */
export function decideMostPieces(offer: RewardOffer, spendable: number, most: number): number {
  return offer.closedAt ? 0 : Math.min(Math.floor(spendable / offer.points), offer.stock, most);
}

/** What the ledger may say of an exchange; anything else is a fault. */
export function readExchangeRefusal(reason: string): WalletRefusal {
  const known = walletRefusals.find((refusal) => refusal === reason);
  if (!known) throw new Error(`the ledger refused an exchange with ${reason}`);
  return known;
}
