import { addDays, type CityDay } from "@/lib/shared/city-time";
import { ok, type Result, refuse } from "@/lib/shared/result";

export const relations = ["guardian", "proxy", "facility"] as const;
export type Relation = (typeof relations)[number];
export const proxyScopes = ["view", "earn", "spend"] as const;
export type ProxyScope = (typeof proxyScopes)[number];
export const consents = ["in_person", "document", "guardian_of_minor"] as const;
export type Consent = (typeof consents)[number];

/** A proxy lasts two years at most, then both sides are asked again. */
export const MOST_DAYS = 731;
/** Below this age nobody joins without a guardian (terms, 登録). */
export const ADULT_FOR_POINTS = 15;

export const proxyRefusals = [
  "unknown_member",
  "same_member",
  "member_not_here",
  "own_wallet",
  "already_proxy",
  "day_gone",
  "day_too_far",
  "unknown_proxy",
] as const;
export type ProxyRefusal = (typeof proxyRefusals)[number];

export type ProxySide = { memberId: string; state: string; isOwn: boolean };
export type ProxyFacts = { principal: ProxySide | undefined; agent: ProxySide | undefined; hasOpen: boolean };

/** Whether somebody may act for somebody: both are here, neither is the acting staff's own, for some time ahead. */
export function decideProxy(
  { principal, agent, hasOpen }: ProxyFacts,
  { endsOn, today }: { endsOn: CityDay; today: CityDay },
): Result<{ principal: ProxySide; agent: ProxySide }, ProxyRefusal> {
  if (!principal || !agent) return refuse("unknown_member");
  if (principal.memberId === agent.memberId) return refuse("same_member");
  if (principal.isOwn || agent.isOwn) return refuse("own_wallet");
  if (principal.state !== "active" || agent.state !== "active") return refuse("member_not_here");
  if (hasOpen) return refuse("already_proxy");
  if (endsOn < today) return refuse("day_gone");
  return endsOn > addDays(today, MOST_DAYS) ? refuse("day_too_far") : ok({ principal, agent });
}
