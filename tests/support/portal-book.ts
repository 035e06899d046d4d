import { generateKeyPairSync } from "node:crypto";
import type { ClientMetadata } from "oidc-provider";
import { testEnvironment } from "./test-environment";

/** The people whom the test portal knows, by the name that its sign-in page links to them. */
export const portalPeople: Record<
  string,
  { sub: string; name: string; email: string; address?: { formatted: string } }
> = {
  taro: {
    sub: "citizen-0001",
    name: "和泉 太郎",
    email: "taro@example.jp",
    address: { formatted: "東京都狛江市和泉本町1-1-5" },
  },
  hanako: {
    sub: "citizen-0002",
    name: "和泉 花子",
    email: "hanako@example.jp",
    address: { formatted: "東京都調布市小島町2-35-1" },
  },
  jiro: { sub: "citizen-0003", name: "岩戸 次郎", email: "jiro@example.jp" },
  saburo: { sub: "citizen-0004", name: "岩戸 三郎", email: "saburo@example.jp" },
};

const jwk = (key: { export(options: { format: "jwk" }): unknown }, more: Record<string, string>) => ({
  ...(key.export({ format: "jwk" }) as Record<string, string> & { kty: string }),
  ...more,
});
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });

/** The key that the portal signs with, and the app's own for `private_key_jwt`. */
export const portalKeys = {
  rs256: jwk(rsa.privateKey, { alg: "RS256", use: "sig", kid: "portal-1" }),
  clientPrivate: jwk(ec.privateKey, { alg: "ES256", use: "sig", kid: "app-1" }),
  clientPublic: jwk(ec.publicKey, { alg: "ES256", use: "sig", kid: "app-1" }),
};

export const CLIENT_SECRET = testEnvironment.OIDC_PORTAL_SECRET;

const common = { grant_types: ["authorization_code"], response_types: ["code" as const] };

/** The app as a client with a secret, as one with a key, as a step-up's; and the portal's own page, whose tokens open the summary. */
export const clientsOf = (callbacks: string[], logout: string): ClientMetadata[] => [
  {
    ...common,
    client_id: "komapo",
    client_secret: CLIENT_SECRET,
    redirect_uris: callbacks,
    post_logout_redirect_uris: callbacks.map((callback) => new URL("/", callback).href),
    backchannel_logout_uri: logout,
    backchannel_logout_session_required: true,
  },
  {
    ...common,
    client_id: "komapo-key",
    redirect_uris: callbacks,
    token_endpoint_auth_method: "private_key_jwt",
    jwks: { keys: [portalKeys.clientPublic] },
  },
  {
    ...common,
    client_id: "portal-home",
    redirect_uris: ["http://localhost/home"],
    token_endpoint_auth_method: "none",
  },
];
