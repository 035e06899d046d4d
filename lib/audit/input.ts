import { z } from "zod";
import { isCityDay } from "@/lib/shared/city-time";
import { typedProse } from "@/lib/shared/prose";

export const outcomes = ["done", "denied"] as const;
export type Outcome = (typeof outcomes)[number];

const day = z.string().refine(isCityDay).optional().catch(undefined);
const name = z
  .string()
  .regex(/^[a-z][a-z_]{0,59}$/)
  .optional()
  .catch(undefined);

/** What the address of the trail asks for; whatever in it is malformed is as if it were not there. */
export const AuditQuery = z.object({
  from: day,
  to: day,
  staff: z.uuid().optional().catch(undefined),
  act: name,
  kind: name,
  /** An id or, of a permission, its name. */
  target: z
    .string()
    .regex(/^[\w.-]{1,80}$/)
    .optional()
    .catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const exportFaults = ["required", "too_long"] as const;

/** Why the trail is taken along; reasons: `exportFaults`. */
export const ExportPurpose = typedProse(200);
