import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { typedDigits } from "@/lib/shared/typed";

const MOST_POINTS = 100_000;
const MOST_STOCK = 100_000;
/** Of one item, handed over at once. */
export const MOST_PIECES = 20;

/** `points` for one piece; `stock` in pieces. */
const terms = {
  name: typedProse(60),
  summary: typedProse(300),
  points: typedDigits(1, MOST_POINTS),
  stock: typedDigits(0, MOST_STOCK),
};

/** What an item of goods is. Reasons are those of lib/shared/typed. */
export const RewardTerms = z.object(terms);
export type RewardTerms = z.output<typeof RewardTerms>;

/** `id` is made with the form, so that sending it twice makes one item. */
export const RewardInput = z.object({ id: z.uuid(), sectionId: z.uuid("required"), ...terms });
export type RewardInput = z.output<typeof RewardInput>;

/** `seenStock`: the pieces that the form showed; goods handed over meanwhile must not be counted away. */
export const RewardChange = z.object({ id: z.uuid(), ...terms, seenStock: typedDigits(0, MOST_STOCK) });
export type RewardChange = z.output<typeof RewardChange>;

export const RewardClosing = z.object({ itemId: z.uuid(), reason: typedProse(200) });
export const RewardOpening = z.object({ itemId: z.uuid() });

/** `id` is made with the check page: sending it twice exchanges once. `points` is the whole price that was shown there. */
export const ExchangeInput = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  pieces: typedDigits(1, MOST_PIECES),
  points: typedDigits(1, MOST_POINTS * MOST_PIECES),
});
export type ExchangeInput = z.output<typeof ExchangeInput>;

/** `followsId`: the sent-back draft that this one replaces. */
export const ReturnInput = z.object({
  transferId: z.uuid(),
  reason: typedProse(200),
  followsId: z.uuid().optional().catch(undefined),
});
export type ReturnInput = z.output<typeof ReturnInput>;

/** What a draft of a return holds until it is decided. */
export const ReturnPayload = z.object({ transferId: z.uuid(), reason: z.string() });
