import { answerProvider } from "@/lib/auth/answer-provider";
import { openProviderSignIn, type ProviderWish } from "@/lib/auth/start-provider-sign-in";
import { adminSql } from "./database";
import { AT, makeStaff, moveCityClock } from "./fixtures";
import { type RunningProvider, startIdentityProvider } from "./identity-provider";
import { CLIENT_SECRET, portalKeys } from "./portal-book";
import { openUserAgent } from "./user-agent";

const admin = adminSql();
const origin = "http://localhost:3000";
const keys = ["portal", "second", "step"] as const;
export type ProviderKey = (typeof keys)[number];
/** A provider's rows have an issuer of their own; the test server answers under three names that are one machine. */
export type Providers = Record<ProviderKey, RunningProvider>;

async function addRow(key: ProviderKey, { issuer }: RunningProvider): Promise<void> {
  const isKey = key === "second";
  await admin`insert into identity_providers (key, issuer, name, client_id, client_auth, scopes, purpose, is_portal, home_url)
    values (${key}, ${issuer}, ${`市ポータル ${key}`}, ${isKey ? "komapo-key" : "komapo"},
      ${isKey ? "private_key_jwt" : "client_secret_basic"}, ${key === "step" ? "openid address" : "openid"},
      ${key === "step" ? "residency" : "sign_in"}, ${key === "portal"}, ${`${issuer}/home`})`;
}

/** Three rows, each with a real provider behind it: the portal with a secret, a second one with a key, and a step-up for residency. */
export async function openProviders(): Promise<Providers> {
  await makeStaff();
  await moveCityClock(Math.round((AT.getTime() - Date.now()) / 1000));
  Object.assign(process.env, {
    OIDC_PORTAL_SECRET: CLIENT_SECRET,
    OIDC_STEP_SECRET: CLIENT_SECRET,
    OIDC_SECOND_JWK: JSON.stringify(portalKeys.clientPrivate),
  });
  const started = await Promise.all(
    keys.map(async (key) => {
      const logout = `${origin}/api/portal/v1/backchannel-logout`;
      const running = await startIdentityProvider([`${origin}/api/auth/callback/${key}`], logout);
      await addRow(key, running);
      return [key, running] as const;
    }),
  );
  return Object.fromEntries(started) as Providers;
}

export type Agent = ReturnType<typeof openUserAgent>;

/** The person taps their name on the provider's page, where it shows one. Gives the address that the browser is sent back to. */
export async function passProvider(agent: Agent, start: string, who = "taro"): Promise<URL> {
  const shown = await agent.follow(start);
  const back = shown.page === undefined ? shown : await agent.follow(`${shown.url}?login=${who}`);
  return new URL(back.url);
}

export const answer = (back: URL, key: ProviderKey = "portal", at = AT): Promise<string> =>
  answerProvider(key, back.searchParams, at);

/** The whole way in the browser that `useBrowser` opened: to the provider, a tap there, and back. Resolves to where it lands. */
export async function signInAt(
  wish: Partial<ProviderWish> & { who?: string; agent?: Agent } = {},
  at = AT,
): Promise<string> {
  const { who, agent = openUserAgent(), key = "portal", mode = "sign_in", ...rest } = wish;
  const start = await openProviderSignIn({ key, mode, ...rest });
  if (start.startsWith("/")) return start;
  return answerProvider(key, (await passProvider(agent, start, who)).searchParams, at);
}
