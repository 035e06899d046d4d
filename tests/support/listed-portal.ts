import { type RunningProvider, startIdentityProvider } from "./identity-provider";
import type { Matrix } from "./matrix";

/** As citizens know the portal of the tests. */
export const PORTAL_NAME = "市ポータル";

/** A real provider, listed as the city's portal in the matrix's book; `home` is where its own pages are, and what may frame the app. */
export async function listPortal({ origin, admin }: Matrix, home: string | null): Promise<RunningProvider> {
  const logout = `${origin}/api/portal/v1/backchannel-logout`;
  const portal = await startIdentityProvider([`${origin}/api/auth/callback/portal`], logout);
  await admin`
    insert into identity_providers (key, issuer, name, client_id, client_auth, purpose, is_portal, home_url, frame_origin)
    values ('portal', ${portal.issuer}, ${PORTAL_NAME}, 'komapo', 'client_secret_basic', 'sign_in', true, ${home}, ${home})`;
  // Every process has read the new row by then.
  await new Promise((resolve) => setTimeout(resolve, 7_000));
  return portal;
}
