import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { typedDigits } from "@/lib/shared/typed";

/** No single entry of the ledger comes near it. */
const MOST_POINTS = 1_000_000;

/** `points` to take back or to give back; a reason is always given (product rule 8). */
export const CorrectionInput = z.object({
  transferId: z.uuid(),
  points: typedDigits(1, MOST_POINTS),
  reason: typedProse(200),
  /** The sent-back draft that this correction mends. */
  followsId: z.uuid().optional().catch(undefined),
});
export type CorrectionInput = z.output<typeof CorrectionInput>;

/** What an approved correction is executed from; `graceDays` as it was when it was asked for. */
export const CorrectionPayload = z.strictObject({
  transferId: z.uuid(),
  points: z.number().int().positive(),
  reason: z.string().min(1),
  graceDays: z.number().int().positive(),
});
