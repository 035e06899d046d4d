import { z } from "zod";

/** Milliseconds that an issuer has to answer, and for which what it said of itself is believed. */
export const PATIENCE = 3_000;
const BELIEVED_FOR = 10 * 60 * 1000;

const address = z.url({ protocol: /^https?$/ });
const Discovery = z.looseObject({
  issuer: z.string(),
  jwks_uri: address,
  end_session_endpoint: address.optional(),
});
export type Discovered = z.infer<typeof Discovery>;

type Kept = { said: Promise<Discovered>; until: number };
const kept = new Map<string, Kept>();

async function ask(issuer: string): Promise<Discovered> {
  const configuration = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const response = await fetch(configuration, { signal: AbortSignal.timeout(PATIENCE), redirect: "error" });
  if (!response.ok) throw new Error("an issuer does not say what it is");
  const found = Discovery.parse(await response.json());
  if (found.issuer !== issuer) throw new Error("an issuer calls itself something else");
  return found;
}

/** What a listed issuer says of itself (OpenID Connect Discovery). Throws when it is down. */
export function discoverIssuer(issuer: string): Promise<Discovered> {
  const now = performance.now();
  const held = kept.get(issuer);
  if (held && now < held.until) return held.said;
  const said = ask(issuer);
  kept.set(issuer, { said, until: now + BELIEVED_FOR });
  said.catch(() => kept.delete(issuer));
  return said;
}
