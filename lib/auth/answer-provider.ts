import "server-only";
import { findProvider, type Provider } from "@/lib/providers/queries";
import { askNextAuth } from "./ask-next-auth";
import { providerCookies, readCookie } from "./cookies";
import { decideProviderError, decideProviderFault, type ProviderRefusal } from "./decide-provider-answer";
import { requireVisitor } from "./guards";
import { forgetTry } from "./portal-visit";
import { dropIntent, type Intent, readIntent } from "./provider-intent";
import { type Claims, providerOptions } from "./provider-options";
import { refusedAt } from "./refused-at";
import { self } from "./self";
import { takeIdentity } from "./take-identity";

/** What next-auth's own handler is shown: RFC 6749 and RFC 9207 name no more. */
const answerNames = ["code", "state", "iss", "error"] as const;
type Heard = { claims: Claims } | { reason: ProviderRefusal };

const namedIn = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    answerNames.flatMap((name) => (query.has(name) ? [[name, String(query.get(name)).slice(0, 4000)]] : [])),
  );

async function ownCookies(): Promise<Record<string, string>> {
  const names = [providerCookies.pkceCodeVerifier, providerCookies.state, providerCookies.nonce];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, (await readCookie(name)) ?? ""])));
}

async function hearProvider(provider: Provider, query: URLSearchParams): Promise<Heard> {
  const error = query.get("error");
  if (error) return { reason: decideProviderError(error) };
  const { options, heard } = providerOptions(provider);
  const question = { provider: provider.key, query: namedIn(query), cookies: await ownCookies() };
  await askNextAuth({ action: "callback", ...question }, options);
  if (heard.claims?.iss !== provider.issuer) return { reason: decideProviderFault(heard.fault) };
  return { claims: heard.claims };
}

/** An answer without the beginning in this browser: the page was opened again, or somebody else made the address. */
async function answerStray(): Promise<string> {
  const stray = { mode: "sign_in", silent: false, resumeTo: undefined } as const;
  return (await self()) ? "/" : refusedAt(stray, "answer_spoiled");
}

const isAnswerTo = (intent: Intent | undefined, key: string, query: URLSearchParams): intent is Intent =>
  intent !== undefined && intent.key === key && intent.state === query.get("state");

/**
 * The browser comes back from the provider `key` with its answer. Resolves to the path to land on: the target, or the page that says why not.
 * An answer is taken once and only in the browser that asked; it never ends in an error.
 */
export async function answerProvider(key: string, query: URLSearchParams, at: Date): Promise<string> {
  const { requestId } = await requireVisitor();
  const intent = await readIntent();
  if (!isAnswerTo(intent, key, query)) return answerStray();
  const provider = await findProvider(key);
  const heard: Heard = provider ? await hearProvider(provider, query) : { reason: "provider_down" };
  await dropIntent();
  if (!provider || !("claims" in heard)) return refusedAt(intent, "reason" in heard ? heard.reason : "provider_down");
  const signedIn = intent.mode === "sign_in" ? undefined : await self();
  const taken = await takeIdentity({ provider, claims: heard.claims, intent, requestId }, signedIn?.memberId, at);
  if (!taken.ok) return refusedAt(intent, taken.reason);
  if (intent.silent) await forgetTry();
  return taken.value;
}
