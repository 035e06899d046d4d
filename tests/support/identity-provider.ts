import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";
import { clientsOf, portalKeys, portalPeople } from "./portal-book";

export interface RunningProvider {
  issuer: string;
  provider: Provider;
  stop(): Promise<void>;
}

const findAccount: Configuration["findAccount"] = (_, id) => {
  const person = Object.values(portalPeople).find(({ sub }) => sub === id);
  return person && { accountId: id, claims: async () => person };
};

/** Nobody is asked for consent: the city's own service is trusted by its portal. */
async function grantAll(ctx: KoaContextWithOIDC, provider: Provider) {
  const { client, session, params } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope("openid profile email address");
  for (const audience of [params?.resource].flat())
    if (audience) grant.addResourceScope(String(audience), "points:read");
  await grant.save();
  return grant;
}

function configurationOf(callbacks: string[], logout: string, provider: () => Provider): Configuration {
  return {
    clients: clientsOf(callbacks, logout),
    jwks: { keys: [portalKeys.rs256] },
    scopes: ["openid", "profile", "email", "address"],
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"], address: ["address"] },
    findAccount,
    loadExistingGrant: (ctx) => grantAll(ctx, provider()),
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          ctx.body = `<html lang="ja"><title>ログアウト</title>${form}<button form="op.logoutForm" name="logout" value="yes">ログアウトする</button></html>`;
        },
      },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, audience) => ({
          scope: "points:read",
          audience,
          accessTokenFormat: "jwt",
          accessTokenTTL: 600,
        }),
      },
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ["a key that only the tests know"] },
    ttl: { AccessToken: 600, IdToken: 600, Session: 3600, Interaction: 600, Grant: 3600 },
    // Its own dispatcher refuses addresses of the machine it runs on, where the app of the tests is.
    fetch: (url, { dispatcher: _, ...options }: RequestInit & { dispatcher?: unknown } = {}) => fetch(url, options),
  };
}

const links = Object.entries(portalPeople)
  .map(([key, { name }]) => `<li><a href="?login=${key}">${name}</a></li>`)
  .join("");

/** The portal's own sign-in: one tap on a name, or the name that the address hints at. `deny` refuses. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const asked = new URL(request.url ?? "/", "http://portal").searchParams;
  const login = String(asked.get("login") ?? params.login_hint ?? "");
  const person = portalPeople[login];
  if (login === "deny")
    return provider.interactionFinished(
      request,
      response,
      { error: "access_denied" },
      { mergeWithLastSubmission: false },
    );
  if (person) return provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(
    `<html lang="ja"><title>市ポータル</title><h1>市ポータル ログイン</h1><ul>${links}</ul><a href="?login=deny">やめる</a></html>`,
  );
}

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve) =>
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );

/**
 * A real OpenID provider (oidc-provider, certified) on a free port, standing for the city's portal: known people, no consent asked,
 * `prompt=none` answered from its own session, back-channel logout. `callbacks` are the app's addresses to lead back to.
 */
export async function startIdentityProvider(callbacks: string[], logout: string): Promise<RunningProvider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  const server = createServer((request, response) => void handle(request, response));
  const port = await listen(server, 0);
  const issuer = `http://localhost:${port}`;
  const provider: Provider = new Provider(
    issuer,
    configurationOf(callbacks, logout, () => provider),
  );
  const callback = provider.callback();
  handle = (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return callback(request, response);
    return interact(provider, request, response).catch((fault: unknown) => {
      response.statusCode = 500;
      response.end(String(fault));
    });
  };
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { issuer, provider, stop };
}
