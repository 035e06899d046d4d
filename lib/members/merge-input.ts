import { z } from "zod";
import { DraftReason } from "@/lib/approvals/input";
import { typedProse } from "@/lib/shared/prose";
import { readMemberNumber } from "./decide-member-number";

/** A member's number as typed, in any width, with or without hyphens. Reasons: `required`, `wrong_number`. */
export const typedMemberNumber = () =>
  z
    .string({ error: "required" })
    .trim()
    .min(1, "required")
    .transform((text, context) => {
      const read = readMemberNumber(text);
      if (read.ok) return read.value;
      context.addIssue({ code: "custom", message: read.reason });
      return z.NEVER;
    });

/** `number`: of the membership that stays. */
export const MergeInput = DraftReason.extend({ memberId: z.uuid(), number: typedMemberNumber() });
export const UndoMergeInput = z.object({ mergeId: z.uuid(), memberId: z.uuid(), reason: typedProse(400) });

/** What approved drafts are executed from. */
export const MergePayload = z.strictObject({ fromMemberId: z.uuid(), intoMemberId: z.uuid() });
export const UndoMergePayload = z.strictObject({ mergeId: z.uuid() });
/** Of a merge that a member made of their own card there is nothing here. */
export const MovedPayload = z.object({
  identities: z.array(z.uuid()).default([]),
  passkeys: z.array(z.uuid()).default([]),
  emailMark: z.string().nullable().default(null),
});
