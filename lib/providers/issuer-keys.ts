import { createRemoteJWKSet, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

/** Milliseconds that an issuer has to answer, and for which what it said of itself is believed. */
const PATIENCE = 3_000;
const BELIEVED_FOR = 10 * 60 * 1000;

const Discovery = z.looseObject({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

type Kept = { keys: Promise<JWTVerifyGetKey>; until: number };
const kept = new Map<string, Kept>();

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE), redirect: "error" });
  if (!response.ok) throw new Error("an issuer does not say where its keys are");
  const found = Discovery.parse(await response.json());
  if (found.issuer !== issuer) throw new Error("an issuer calls itself something else");
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: PATIENCE });
}

/** The keys with which a listed issuer signs; they are asked for again when a token names one that is not among them. Throws when it is down. */
export function issuerKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const now = performance.now();
  const held = kept.get(issuer);
  if (held && now < held.until) return held.keys;
  const keys = discoverKeys(issuer);
  kept.set(issuer, { keys, until: now + BELIEVED_FOR });
  keys.catch(() => kept.delete(issuer));
  return keys;
}
