import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import { portalKeys } from "./portal-book";

const AUDIENCE = "http://localhost:3000/api/portal/v1";
const LOGOUT = "http://schemas.openid.net/event/backchannel-logout";

type Claims = Record<string, unknown>;
type Signed = { claims: Claims; typ: string; issuer: string; audience: string; age?: number; lifetime?: number };

/** Signed with the test portal's own key, as its server would. */
async function sign({ claims, typ, issuer, audience, age = 0, lifetime = 600 }: Signed): Promise<string> {
  const now = Math.floor(Date.now() / 1000) - age;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: portalKeys.rs256.kid ?? "", typ })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetime)
    .sign(await importJWK(portalKeys.rs256, "RS256"));
}

export type TokenChanges = Partial<Omit<Signed, "claims">> & { claims?: Claims };

/** An access token for the summary, right unless changed. */
export const bearerToken = (issuer: string, sub: string, { claims, ...rest }: TokenChanges = {}): Promise<string> =>
  sign({ typ: "at+jwt", issuer, audience: AUDIENCE, claims: { sub, scope: "points:read", ...claims }, ...rest });

/** A logout token, right unless changed. */
export const logoutToken = (issuer: string, who: Claims, { claims, ...rest }: TokenChanges = {}): Promise<string> =>
  sign({
    ...{ typ: "logout+jwt", issuer, audience: "komapo" },
    claims: { jti: randomUUID(), events: { [LOGOUT]: {} }, ...who, ...claims },
    ...rest,
  });
