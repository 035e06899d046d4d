import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { takeAttempt } from "@/lib/limits/limits";
import { findProvider, type Provider } from "@/lib/providers/queries";
import { askNextAuth } from "./ask-next-auth";
import { providerCookies, setCookie } from "./cookies";
import { PROOF_SECONDS, type ProviderRefusal } from "./decide-provider-answer";
import { decideResume } from "./decide-resume";
import { requireVisitor } from "./guards";
import { type Intent, keepIntent } from "./provider-intent";
import { providerOptions, SIGN_IN_SECONDS } from "./provider-options";
import { refusedAt } from "./refused-at";
import { self } from "./self";

export type ProviderWish = {
  /** The provider's key. */
  key: string;
  /** `sign_in`; `link` to the signed-in member; `prove` again who is signed in; `residency`: a step-up that opens no session. */
  mode: Intent["mode"];
  /** A path that `decide-resume.ts` lists. */
  resumeTo?: string | undefined;
  /** Without a screen: the provider answers from its own session or not at all. */
  silent?: boolean;
};

const questions = {
  sign_in: {},
  link: {},
  residency: {},
  prove: { prompt: "login", max_age: String(PROOF_SECONDS) },
} as const;

async function askProvider(provider: Provider, intent: Omit<Intent, "state">): Promise<string | undefined> {
  const query = { ...questions[intent.mode], ...(intent.silent && { prompt: "none" }) };
  const { options } = providerOptions(provider);
  const { location, cookieOf } = await askNextAuth(
    { action: "signin", provider: intent.key, query, cookies: {} },
    options,
  );
  const state = location && new URL(location).searchParams.get("state");
  if (!location || !state) return undefined;
  await keepIntent({ ...intent, state });
  for (const name of [providerCookies.pkceCodeVerifier, providerCookies.state, providerCookies.nonce])
    await setCookie(name, cookieOf(name) ?? "", { keep: false, seconds: SIGN_IN_SECONDS });
  return location;
}

/** Where to send the browser: to the provider, or to what says why not. The tests' way in; see `startProviderSignIn`. */
export async function openProviderSignIn({ key, mode, resumeTo, silent = false }: ProviderWish): Promise<string> {
  const { address } = await requireVisitor();
  const wish = { key, mode, silent, resumeTo: decideResume(resumeTo) };
  const refuse = (reason: ProviderRefusal) => refusedAt(wish, reason);
  if (!(await takeAttempt("provider_start", address)).ok) return refuse("too_many_starts");
  const provider = await findProvider(key);
  const isMeant = provider && (provider.purpose === "residency") === (mode === "residency");
  if (!isMeant) return refuse("provider_down");
  const memberId = mode === "sign_in" ? undefined : (await self())?.memberId;
  if (mode !== "sign_in" && !memberId) return refuse("session_changed");
  return (await askProvider(provider, { ...wish, memberId })) ?? refuse("provider_down");
}

/** Leads to a provider and never returns. Only in an action, whose form is on our own page, or in a route handler. */
export async function startProviderSignIn(wish: ProviderWish): Promise<never> {
  redirect((await openProviderSignIn(wish)) as Route);
}
