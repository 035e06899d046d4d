import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { discoverIssuer, PATIENCE } from "./discover-issuer";

const kept = new Map<string, JWTVerifyGetKey>();

/** The keys with which a listed issuer signs; they are asked for again when a token names one that is not among them. Throws when it is down. */
export async function issuerKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const { jwks_uri: address } = await discoverIssuer(issuer);
  const keys = kept.get(address) ?? createRemoteJWKSet(new URL(address), { timeoutDuration: PATIENCE });
  kept.set(address, keys);
  return keys;
}
