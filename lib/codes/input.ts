import { z } from "zod";
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
