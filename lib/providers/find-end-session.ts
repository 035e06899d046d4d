import { env } from "@/lib/env";
import { discoverIssuer } from "./discover-issuer";
import { listProviders } from "./queries";

export type EndSession = { name: string; address: string };

/**
 * Where somebody who has signed out here signs out at the provider `key`, too (OpenID Connect RP-Initiated Logout 1.0); undefined where it has no such
 * page, or is down. It is offered and not done: the portal's session is open for the city's other services as well. This client names itself and the
 * way back, which the provider has on its list; its ID token is kept nowhere, so the provider asks whoever comes before it ends anything.
 */
export async function findEndSession(key: string): Promise<EndSession | undefined> {
  const provider = (await listProviders()).find((row) => row.key === key && row.purpose === "sign_in");
  if (!provider) return undefined;
  const said = await discoverIssuer(provider.issuer).catch(() => undefined);
  if (!said?.end_session_endpoint) return undefined;
  const address = new URL(said.end_session_endpoint);
  address.searchParams.set("client_id", provider.clientId);
  address.searchParams.set("post_logout_redirect_uri", new URL("/", env.APP_ORIGIN).href);
  return { name: provider.name, address: address.href };
}
