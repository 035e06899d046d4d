import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { typedDigits } from "@/lib/shared/typed";

/** Codes in one list. */
export const MOST_INVITATIONS = 1000;

/** `batchId` is made with the form, so that sending it twice makes one list. Reasons: those of lib/shared/typed. */
export const InvitationsInput = z.object({
  batchId: z.uuid(),
  label: typedProse(60),
  count: typedDigits(1, MOST_INVITATIONS),
  days: typedDigits(1, 180),
});
export type InvitationsWish = z.output<typeof InvitationsInput>;

export const BatchInput = z.object({ batchId: z.uuid() });
