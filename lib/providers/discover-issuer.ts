import { z } from "zod";

/** Milliseconds that an issuer has to answer, for which what it said of itself is believed, and for which one that failed is not asked again. */
export const PATIENCE = 3_000;
const BELIEVED_FOR = 10 * 60 * 1000;
const LEFT_ALONE_FOR = 10_000;

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

/** What a listed issuer says of itself (OpenID Connect Discovery). Throws when it is down; anybody can ask, so that is remembered for a while. */
export function discoverIssuer(issuer: string): Promise<Discovered> {
  const now = performance.now();
  const held = kept.get(issuer);
  if (held && now < held.until) return held.said;
  const asked = { said: ask(issuer), until: now + BELIEVED_FOR };
  kept.set(issuer, asked);
  asked.said.catch(() => {
    asked.until = performance.now() + LEFT_ALONE_FOR;
  });
  return asked.said;
}
