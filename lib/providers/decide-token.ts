import { ok, type Result, refuse } from "@/lib/shared/result";

const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

export type LogoutClaims = { jti: string; sub: string | undefined; sid: string | undefined };
type Claims = Record<string, unknown>;

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" && value.length <= 255 ? value : undefined;

/** What a verified logout token asks for (OIDC Back-Channel Logout 1.0, 2.4 and 2.6): whose session ends, told once. */
export function decideLogout(claims: Claims): Result<LogoutClaims, "not_a_logout_token"> {
  const events = claims.events;
  const isLogout = typeof events === "object" && events !== null && LOGOUT_EVENT in events;
  const { jti, sub, sid } = { jti: text(claims.jti), sub: text(claims.sub), sid: text(claims.sid) };
  if (!isLogout || "nonce" in claims || !jti || (!sub && !sid)) return refuse("not_a_logout_token");
  return ok({ jti, sub, sid });
}

/** The scope that a bearer of the portal's must carry to read a member's summary. */
export const SUMMARY_SCOPE = "points:read";

/** Whose summary a verified access token opens; RFC 9068: scopes in one text, separated by blanks. */
export function decideBearer(claims: Claims): Result<string, "token_invalid" | "scope_missing"> {
  const subject = text(claims.sub);
  if (!subject) return refuse("token_invalid");
  const scopes = typeof claims.scope === "string" ? claims.scope.split(" ") : [];
  return scopes.includes(SUMMARY_SCOPE) ? ok(subject) : refuse("scope_missing");
}
