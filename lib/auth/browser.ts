import "server-only";
import { randomBytes } from "node:crypto";
import { hashSecret } from "@/lib/shared/keyed-hash";
import { BROWSER_COOKIE, readCookie, setCookie } from "./cookies";

/** SHA-256 of the secret that binds a sign-in under way to this browser; undefined before its first step. */
export async function findBrowserHash(): Promise<Buffer | undefined> {
  const secret = await readCookie(BROWSER_COOKIE);
  return secret && /^[\w-]{43}$/.test(secret) ? hashSecret(secret) : undefined;
}

/** The same, with a fresh secret given to a browser that has none. Only in an action. */
export async function ensureBrowserHash(): Promise<Buffer> {
  const known = await findBrowserHash();
  if (known) return known;
  const secret = randomBytes(32).toString("base64url");
  await setCookie(BROWSER_COOKIE, secret, { keep: false });
  return hashSecret(secret);
}
