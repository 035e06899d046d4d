import "server-only";
import type { AuthOptions, Profile, User } from "next-auth";
import type { OAuthConfig, UserinfoEndpointHandler } from "next-auth/providers/oauth";
import { type Credentials, env, findCredentials } from "@/lib/env";
import { log } from "@/lib/log";
import type { Provider } from "@/lib/providers/queries";
import { cookieAttributes, providerCookies } from "./cookies";

/** What the ID token and, of a step-up, the user information say of a person. */
export type Claims = Profile & Record<string, unknown>;
type Fault = { code?: string; text: string };
type Heard = { claims?: Claims; fault?: Fault };

/** Milliseconds that a provider has to answer. */
const PATIENCE = 3_000;
export const SIGN_IN_SECONDS = 15 * 60;

function clientOf({ clientAuth }: Provider, { jwk, secret, idTokenAlgorithm }: Credentials) {
  const client = {
    token_endpoint_auth_method: clientAuth,
    id_token_signed_response_alg: idTokenAlgorithm,
    ...(jwk && { token_endpoint_auth_signing_alg: jwk.alg }),
  } as const;
  return { client, ...(jwk && { jwks: { keys: [jwk] } }), ...(secret && { clientSecret: secret }) };
}

/**
 * A step-up tells its claims at the userinfo endpoint; a sign-in needs the subject alone. Handed the whole set, openid-client refuses what is
 * told of another subject than the ID token's (OIDC Core 5.3.2); with the access token alone it would not look.
 */
const userinfo: UserinfoEndpointHandler = {
  request: async ({ client, tokens }) => {
    const shown = tokens as Parameters<typeof client.userinfo>[0] & { claims: () => Claims };
    return { ...(tokens.access_token && (await client.userinfo(shown))), ...shown.claims() };
  },
};

function oauthOf(provider: Provider, credentials: Credentials): OAuthConfig<Claims> {
  return {
    id: provider.key,
    name: provider.name,
    type: "oauth",
    wellKnown: `${provider.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: provider.clientId,
    authorization: { params: { scope: provider.scopes } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: PATIENCE },
    profile: (claims) => ({ id: String(claims.sub ?? "") }) as User,
    ...(provider.purpose === "residency" && { userinfo }),
    ...clientOf(provider, credentials),
  };
}

const own = (name: string) => ({ name, options: { ...cookieAttributes, maxAge: SIGN_IN_SECONDS } });

const faultOf = (metadata: unknown): Fault => {
  const error = metadata instanceof Error ? metadata : (metadata as { error?: unknown } | undefined)?.error;
  if (!(error instanceof Error)) return { text: "" };
  const { code } = error as { code?: unknown };
  return { text: error.message, ...(typeof code === "string" && { code }) };
};

/**
 * next-auth for one conversation with one provider: authorization code, PKCE, state, nonce. It opens no session: who was shown is kept in
 * `heard`, and start-session.ts does the rest.
 */
export function providerOptions(provider: Provider): { options: AuthOptions & { secret: string }; heard: Heard } {
  const credentials = findCredentials(provider.key);
  if (!credentials) throw new Error("a provider without its secret was asked");
  const heard: Heard = {};
  const options = {
    providers: [oauthOf(provider, credentials)],
    secret: env.AUTH_SECRET,
    cookies: {
      pkceCodeVerifier: own(providerCookies.pkceCodeVerifier),
      state: own(providerCookies.state),
      nonce: own(providerCookies.nonce),
    },
    callbacks: {
      signIn: ({ profile }) => {
        heard.claims = profile as Claims;
        return "/";
      },
    },
    logger: {
      error: (code, metadata) => {
        heard.fault ??= faultOf(metadata);
        log.warn({ code, provider: provider.key, fault: heard.fault?.code }, "provider");
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  } satisfies AuthOptions;
  return { options, heard };
}
