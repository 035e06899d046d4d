import { z } from "zod";
import { isCityDay } from "@/lib/shared/city-time";

export const usageViews = ["shops", "days", "programmes", "payments"] as const;
export type UsageView = (typeof usageViews)[number];

const day = z.string().refine(isCityDay).optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);

/** What the address of a report asks for; whatever in it is malformed is as if it were not there. */
export const UsageQuery = z.object({
  view: z.enum(usageViews).catch("shops"),
  from: day,
  to: day,
  shop: id,
  programme: id,
  after: z.string().max(500).optional().catch(undefined),
});
export type UsageQuery = z.output<typeof UsageQuery>;
