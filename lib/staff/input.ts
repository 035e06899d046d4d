import { z } from "zod";
import { normalise, typedText } from "@/lib/shared/typed";
import { roles } from "./permissions";

/**
 * A person to be let in at /admin; the section (課) or outside group (団体) is named as the city hall names it. The roles are held everywhere
 * unless `everywhere` is false, then within that section. Reasons: `required`, `too_long`, `not_an_email`.
 */
export const StaffInput = z.strictObject({
  name: typedText(60),
  section: typedText(60),
  kind: z.enum(["section", "group"]).optional(),
  email: z
    .string({ error: "required" })
    .transform((text) => normalise(text).toLowerCase())
    .pipe(z.email({ pattern: z.regexes.html5Email, error: "not_an_email" }).max(254, "too_long")),
  roles: z.array(z.enum(roles, { error: `must be one of ${roles.join(", ")}` })).optional(),
  everywhere: z.boolean().optional(),
});

export type StaffDetails = z.output<typeof StaffInput>;
