import "server-only";
import { cookies } from "next/headers";

export const MEMBER_COOKIE = "__Host-komapo";
export const STAFF_COOKIE = "__Host-komapo-staff";
/** Binds a sign-in under way to this browser. */
export const BROWSER_COOKIE = "__Host-komapo-browser";
/** That a passkey is not to be offered here any more. */
export const OFFER_COOKIE = "__Host-komapo-no-offer";
/** Show that the owner of an e-mail address once signed in here, as a citizen or as staff; they open nothing. */
export const knownCookies = { member: "__Host-komapo-known", staff: "__Host-komapo-known-staff" } as const;

/** A provider's sign-in under way: next-auth's own three, and what is to be done afterwards. */
export const providerCookies = {
  pkceCodeVerifier: "__Host-komapo-pkce",
  state: "__Host-komapo-state",
  nonce: "__Host-komapo-nonce",
  intent: "__Host-komapo-intent",
} as const;

export const cookieAttributes = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

/** The longest that browsers keep a cookie. How long a session lives is decided by its row, not by the browser. */
const LONGEST = 400 * 24 * 60 * 60;

/** Only in an action or a route handler. Without `keep` the cookie goes with the browser's window, or after so many seconds. */
export async function setCookie(
  name: string,
  value: string,
  { keep, seconds }: { keep: boolean; seconds?: number },
): Promise<void> {
  const maxAge = keep ? LONGEST : seconds;
  (await cookies()).set(name, value, { ...cookieAttributes, ...(maxAge && { maxAge }) });
}

export async function dropCookie(name: string): Promise<void> {
  (await cookies()).set(name, "", { ...cookieAttributes, maxAge: 0 });
}

export async function readCookie(name: string): Promise<string | undefined> {
  return (await cookies()).get(name)?.value || undefined;
}
