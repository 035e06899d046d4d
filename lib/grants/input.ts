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
});
export type CorrectionInput = z.output<typeof CorrectionInput>;
