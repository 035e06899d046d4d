import { z } from "zod";
import { typedDigits } from "@/lib/shared/typed";

const token = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** More than a wallet can hold; a slip of the finger is caught by the balance. */
const MOST_POINTS = 9_999_999;

/** `points`: whole, as typed in any width. Reasons are those of `typedDigits`. */
export const AmountInput = z.object({ token, points: typedDigits(1, MOST_POINTS) });

/** `quote`: the id in the check page's address. */
export const PaymentInput = z.object({ token, quote: z.uuid() });
