import { z } from "zod";
import { normalise } from "./typed";

/** Dots anywhere: old addresses of Japanese carriers have them doubled and before the @. */
const address = z.email({ pattern: z.regexes.html5Email, error: "not_an_email" });

/** An e-mail address as it is compared: half width, no blanks, lower case. */
export const evenEmail = (typed: string): string => normalise(typed).replace(/\s/g, "").toLowerCase();

/** Reasons: `too_long`, `not_an_email`. */
export const emailForm = z
  .string()
  .max(254, "too_long")
  .pipe(address.refine((text) => /@[^@]+\.[a-z0-9-]{2,}$/.test(text), "not_an_email"));
