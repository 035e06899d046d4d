import { z } from "zod";
import { typedProse } from "@/lib/shared/prose";

/** Why the test ends now. */
export const GoingLiveInput = z.object({ reason: typedProse(200) });

export const GoingLivePayload = z.object({ bookId: z.number().int() });
