import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";
import { readTypedCode } from "./decide-typed-code";

/** A typed code in any width and case, with or without its dash; becomes the 8 characters. Reason: `malformed_code`. */
export const TypedCodeInput = z.object({
  code: z.string().transform((typed, context) => {
    const read = readTypedCode(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: read.reason });
    return z.NEVER;
  }),
});

/** What a code is issued for: exactly one of the two. */
export const IssueInput = z.union([z.strictObject({ activityId: z.uuid() }), z.strictObject({ shopId: z.uuid() })]);

/** What an approved code is issued from. */
export const CodePayload = z.strictObject({
  activityId: z.uuid(),
  points: z.number().int().positive(),
  reason: z.string().min(1),
  replaces: z.uuid().nullable(),
});

/** Which code is made void, and why. */
export const RevocationInput = z.object({ codeId: z.uuid(), reason: typedProse(200) });
