import "server-only";
import type { Route } from "next";
import { redirect } from "next/navigation";
import { decideLocale } from "@/lib/i18n/decide-locale";
import { LOCALE_COOKIE, locales } from "@/lib/i18n/locales";
import { findPortal } from "@/lib/providers/queries";
import { dropCookie, readCookie, setCookie } from "./cookies";
import { isNamedEntry, mayTrySilently } from "./decide-portal-entry";
import { findMember } from "./guards";
import { sealResume } from "./resume";
import { openProviderSignIn } from "./start-provider-sign-in";

/** Whence this browser's window came, and that the portal was asked a moment ago, without an answer that signs in. */
const FROM_COOKIE = "__Host-komapo-from";
const TRIED_COOKIE = "__Host-komapo-tried";
/** Seconds for which one try is enough: longer than any chain of redirects, shorter than the way back to the portal's sign-in. */
const TRIED_SECONDS = 30;

export type Entry = { target: string; from: string | undefined; lang: string | undefined };

/**
 * Somebody comes in by a link. Whence and language are remembered; who comes from the portal is signed in by it where it can do so without a
 * page. Resolves to where the browser goes: the portal for that one question, or the target. Only in a route handler.
 */
export async function enterByLink({ target, from, lang }: Entry): Promise<string> {
  const locale = decideLocale(lang, locales);
  if (locale) await setCookie(LOCALE_COOKIE, locale, { keep: true });
  const isFromPortal = from === "portal";
  if (isFromPortal) await setCookie(FROM_COOKIE, "portal", { keep: false });
  const [portal, member, tried] = await Promise.all([findPortal(), findMember(), readCookie(TRIED_COOKIE)]);
  const facts = { isFromPortal, hasPortal: portal !== undefined, isSignedIn: member !== undefined };
  if (!portal || !mayTrySilently({ ...facts, hasTried: tried !== undefined })) return target;
  await setCookie(TRIED_COOKIE, "1", { keep: false, seconds: TRIED_SECONDS });
  return openProviderSignIn({ key: portal.key, mode: "sign_in", resumeTo: target, silent: true });
}

/** The portal signed somebody in: after a sign-out here it may be asked again at once. */
export const forgetTry = (): Promise<void> => dropCookie(TRIED_COOKIE);

/** First line of a page that others link to: an address that says whence or in which language is taken note of, and left. */
export async function noteEntry(path: string, asked: { from?: unknown; lang?: unknown }): Promise<void> {
  const to = isNamedEntry(asked) && sealResume(path);
  if (!to) return;
  const { from, lang } = asked;
  const named = { ...(from === "portal" && { from }), ...(typeof lang === "string" && { lang }) };
  redirect(`/m/open?${new URLSearchParams({ to, ...named })}` as Route);
}

/** The portal that this window came from, for the way back to it; undefined for everybody else. */
export async function findPortalVisit(): Promise<{ name: string; homeUrl: string | null } | undefined> {
  if ((await readCookie(FROM_COOKIE)) !== "portal") return undefined;
  const portal = await findPortal();
  return portal && { name: portal.name, homeUrl: portal.homeUrl };
}
