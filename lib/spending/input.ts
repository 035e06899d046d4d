import { z } from "zod";
import { normalise, typedDigits } from "@/lib/shared/typed";

const token = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** More than a wallet can hold; a slip of the finger is caught by the balance. */
const MOST_POINTS = 9_999_999;

/** What people write after an amount: yen, or the unit's own word, which is written in katakana. */
const UNIT = /(\u5186|[\p{Script=Katakana}\u30fc]{1,12})$/u;
const amount = z
  .string({ error: "required" })
  .transform((typed) => normalise(typed).replace(UNIT, ""))
  .pipe(typedDigits(1, MOST_POINTS));

/** `points`: whole, as typed in any width, with or without its unit. Reasons are those of `typedDigits`. */
export const AmountInput = z.object({ token, points: amount });

/** `quote`: the id in the check page's address. */
export const PaymentInput = z.object({ token, quote: z.uuid() });
