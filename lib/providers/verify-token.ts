import { decodeJwt, errors, type JWTVerifyOptions, jwtVerify } from "jose";
import { env } from "@/lib/env";
import { ok, type Result, refuse } from "@/lib/shared/result";
import { decideBearer, decideLogout, type LogoutClaims } from "./decide-token";
import { issuerKeys } from "./issuer-keys";
import { findPortal, listProviders, type Provider } from "./queries";

/** Signatures that a public key of the issuer shows; never `none`, never a shared secret. */
const algorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA"];
/** Seconds by which clocks may differ, and for which a logout token is news. */
const TOLERANCE = 10;
const NEWS = 300;

/** Whom an access token for the summary is meant for. */
export const summaryAudience = (): string => `${env.APP_ORIGIN}/api/portal/v1`;

type Verified = Result<Record<string, unknown>, "token_invalid" | "issuer_down">;

async function verify(token: string, issuer: string, options: JWTVerifyOptions): Promise<Verified> {
  try {
    const keys = await issuerKeys(issuer);
    const { payload } = await jwtVerify(token, keys, { algorithms, issuer, clockTolerance: TOLERANCE, ...options });
    return ok(payload);
  } catch (thrown) {
    const isRefused = thrown instanceof errors.JOSEError && !(thrown instanceof errors.JWKSTimeout);
    return refuse(isRefused ? "token_invalid" : "issuer_down");
  }
}

export type BearerRefusal = "token_invalid" | "scope_missing" | "issuer_down";
export type Bearer = { issuer: string; subject: string };

/** The person at the portal whom its access token (a JWT, RFC 9068) stands for. */
export async function verifyBearer(token: string): Promise<Result<Bearer, BearerRefusal>> {
  const portal = await findPortal();
  if (!portal) return refuse("token_invalid");
  const options = { audience: summaryAudience(), typ: "at+jwt", requiredClaims: ["exp", "sub"] };
  const verified = await verify(token, portal.issuer, options);
  if (!verified.ok) return verified;
  const subject = decideBearer(verified.value);
  return subject.ok ? ok({ issuer: portal.issuer, subject: subject.value }) : subject;
}

async function issuerNamedIn(token: string): Promise<Provider | undefined> {
  try {
    const { iss } = decodeJwt(token);
    return (await listProviders()).find(({ issuer }) => issuer === iss);
  } catch (thrown) {
    if (thrown instanceof errors.JWTInvalid) return undefined;
    throw thrown;
  }
}

export type Logout = LogoutClaims & { provider: Provider };

/** The sign-out that a listed provider tells of, by its logout token. */
export async function verifyLogout(
  token: string,
): Promise<Result<Logout, "token_invalid" | "issuer_down" | "not_a_logout_token">> {
  const provider = await issuerNamedIn(token);
  if (!provider) return refuse("token_invalid");
  const options = { audience: provider.clientId, maxTokenAge: NEWS, requiredClaims: ["iat", "jti"] };
  const verified = await verify(token, provider.issuer, options);
  if (!verified.ok) return verified;
  const logout = decideLogout(verified.value);
  return logout.ok ? ok({ ...logout.value, provider }) : logout;
}
