import { z } from "zod";
import { normalise, typedText } from "@/lib/shared/typed";
import { roles } from "./permissions";

/** A person to be let in at /admin; the section is named as the city hall names it. Reasons: `required`, `too_long`, `not_an_email`. */
export const StaffInput = z.strictObject({
  name: typedText(60),
  section: typedText(60),
  email: z
    .string({ error: "required" })
    .transform((text) => normalise(text).toLowerCase())
    .pipe(z.email({ pattern: z.regexes.html5Email, error: "not_an_email" }).max(254, "too_long")),
  /** Held everywhere. */
  roles: z.array(z.enum(roles)).optional(),
});

export type StaffDetails = z.output<typeof StaffInput>;
