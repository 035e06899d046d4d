import { z } from "zod";
import { typedDay } from "@/lib/shared/typed";
import { consents, proxyScopes, relations } from "./decide-proxy";
import { typedMemberNumber } from "./merge-input";

const ticked = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined);

/** `number`: of who will act. To look comes with every proxy. Reasons: `required`, `wrong_number`, `not_a_day`. */
export const ProxyInput = z
  .object({
    memberId: z.uuid(),
    number: typedMemberNumber(),
    relation: z.enum(relations, "required"),
    consent: z.enum(consents, "required"),
    endsOn: typedDay(),
    mayEarn: ticked,
    maySpend: ticked,
  })
  .transform(({ mayEarn, maySpend, ...input }) => ({
    ...input,
    scopes: proxyScopes.filter((scope) => scope === "view" || (scope === "earn" ? mayEarn : maySpend)),
  }));
export type ProxyInput = z.output<typeof ProxyInput>;

export const ProxyIdInput = z.object({ proxyId: z.uuid() });
export const EndProxyInput = ProxyIdInput.extend({ memberId: z.uuid() });
