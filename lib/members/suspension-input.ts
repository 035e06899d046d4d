import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";

/** `id` is made with the form, so that sending it twice suspends once. The reason is read by the member. Reasons: `required`, `too_long`. */
export const SuspensionInput = z.object({ id: z.uuid(), memberId: z.uuid(), reason: typedProse(400) });
export type SuspensionInput = z.output<typeof SuspensionInput>;

export const LiftInput = z.object({ memberId: z.uuid(), reason: typedProse(400) });
export type LiftInput = z.output<typeof LiftInput>;

export const AppealInput = z.object({ text: typedProse(1000) });

/** `verdict`: whether the appeal is right, and the suspension ends with the answer. */
export const AnswerInput = z.object({
  appealId: z.uuid(),
  verdict: z.enum(["upheld", "dismissed"], "required"),
  answer: typedProse(400),
});
export type AnswerInput = z.output<typeof AnswerInput>;
