import { z } from "zod";

/** `token`: the 22 characters of the code's address. */
export const ClaimInput = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) });
